import { pythonCommand } from '../runProgram.js';
import { readJson } from '../jsonFile.js';
import { measuredProcess } from './measuredProcess.js';
import type { Runner } from './compareRecipe.js';
import type { RunResult, Scores } from './runResult.js';

/** The fields of a Python report that are used. */
interface PythonReport extends Scores, Pick<RunResult, 'protocol' | 'seconds'> {
  readonly epochsRun: number;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Runs a Python program that repeats our run on its split, including the model on all clips after several folds.
 *
 * @param program path of the program
 * @param nameOf name of the system, from the versions that the program reports
 */
export function pythonRunner(
  program: string,
  nameOf: (versions: PythonReport['versions']) => string,
): Runner {
  return ({ run, report }, { data, threads }) => {
    const options = [
      ...[run, '--data', ...data, '--refit', '--out', report],
      ...(threads === undefined ? [] : ['--threads', threads]),
    ];
    const measured = measuredProcess([pythonCommand(), program, ...options], threads);
    const { protocol, accuracy, uar, macroF1, epochsRun, seconds, versions } = readJson<PythonReport>(report);
    const what = nameOf(versions);
    return { what, protocol, accuracy, uar, macroF1, epochs: epochsRun, seconds, ...measured };
  };
}
