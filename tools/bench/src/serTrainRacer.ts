import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJson } from './jsonFile.js';
import { measuredProcess } from './measuredProcess.js';
import type { Racer } from './race.js';
import type { RaceResult, RaceScores } from './raceResult.js';

const main = fileURLToPath(new URL('../../../apps/cli/src/main.ts', import.meta.url));

/** What is read of `metrics.json`. */
interface OurMetrics extends Pick<RaceResult, 'protocol' | 'seconds'> {
  readonly engine: string;
  readonly pooled: RaceScores;
}

/** Our side: `ser train` from its sources. */
export const serTrainRacer: Racer = ({ recipe, run }, { data, engine, threads }, seed) => {
  rmSync(run, { recursive: true, force: true }); // what an interrupted race left
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

/** Rows of `history.csv` but for the head and those of the fold `final`, the model that is left behind. */
export function epochsOf(history: string): number {
  const [, ...rows] = history.trim().split('\n');
  return rows.filter((row) => !row.startsWith('final,')).length;
}
