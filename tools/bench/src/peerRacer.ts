import { python } from './contestants.js';
import { readJson } from './jsonFile.js';
import { measuredProcess } from './measuredProcess.js';
import type { Racer } from './race.js';
import type { RaceResult, RaceScores } from './raceResult.js';

/** What is read of a peer's report. */
interface PeerReport extends RaceScores, Pick<RaceResult, 'protocol' | 'seconds'> {
  readonly epochsRun: number;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * The other side of a race: a Python program that does our run again on its split, the model on all clips after several
 * folds included.
 *
 * @param program its file
 * @param nameOf who ran, of the versions that it reports
 */
export function peerRacer(program: string, nameOf: (versions: PeerReport['versions']) => string): Racer {
  return ({ run, report }, { data, threads }) => {
    const options = [
      ...[run, '--data', ...data, '--refit', '--out', report],
      ...(threads === undefined ? [] : ['--threads', threads]),
    ];
    const measured = measuredProcess([python(), program, ...options], threads);
    const { protocol, accuracy, uar, macroF1, epochsRun, seconds, versions } = readJson<PeerReport>(report);
    const what = nameOf(versions);
    return { what, protocol, accuracy, uar, macroF1, epochs: epochsRun, seconds, ...measured };
  };
}
