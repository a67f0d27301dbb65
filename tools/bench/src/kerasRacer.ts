import { fileURLToPath } from 'node:url';
import { python } from './contestants.js';
import { readJson } from './jsonFile.js';
import { measuredProcess } from './measuredProcess.js';
import type { Racer } from './race.js';
import type { RaceResult, RaceScores } from './raceResult.js';

const program = fileURLToPath(new URL('../../peers/run.py', import.meta.url));

/** What is read of the peer's report. */
interface PeerReport extends RaceScores, Pick<RaceResult, 'protocol' | 'seconds'> {
  readonly epochsRun: number;
  readonly versions: Readonly<Record<string, string>>;
}

/** The other side: `tools/peers/run.py` on the split of our run, the model on all clips after several folds included. */
export const kerasRacer: Racer = ({ run, report }, { data, threads }) => {
  const options = [
    ...[run, '--data', ...data, '--refit', '--out', report],
    ...(threads === undefined ? [] : ['--threads', threads]),
  ];
  const measured = measuredProcess([python(), program, ...options], threads);
  const { protocol, accuracy, uar, macroF1, epochsRun, seconds, versions } = readJson<PeerReport>(report);
  const what = `Keras ${versions['keras']}`;
  return { what, protocol, accuracy, uar, macroF1, epochs: epochsRun, seconds, ...measured };
};
