import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson } from '../jsonFile.js';
import { measuredProcess } from './measuredProcess.js';
import type { Runner } from './compareRecipe.js';
import type { RunResult, Scores } from './runResult.js';

const main = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));

/** The fields of `metrics.json` that are used. */
interface OurMetrics extends Pick<RunResult, 'protocol' | 'seconds'> {
  readonly engine: string;
  readonly pooled: Scores;
}

/** Runs a recipe with `ser train`, from its sources. */
export const serTrainRunner: Runner = ({ recipe, run }, { data, engine, threads }, seed) => {
  rmSync(run, { recursive: true, force: true }); // of an interrupted comparison
  const options = [
    ...['--recipe', recipe, '--data', ...data, '--out', run, '--seed', seed],
    ...(engine === undefined ? [] : ['--engine', engine]),
  ];
  const measured = measuredProcess(
    [process.execPath, ...process.execArgv, main, 'train', ...options],
    threads,
  );
  const { engine: what, protocol, pooled, seconds } = readJson<OurMetrics>(join(run, 'metrics.json'));
  const { accuracy, uar, macroF1 } = pooled;
  const trained = epochsOf(readFileSync(join(run, 'history.csv'), 'utf8'));
  return { what, protocol, accuracy, uar, macroF1, epochs: trained, seconds, ...measured };
};

/** Number of rows in `history.csv`, without the header and the fold `final`, which is the saved model. */
export function epochsOf(history: string): number {
  const [, ...rows] = history.trim().split('\n');
  return rows.filter((row) => !row.startsWith('final,')).length;
}
