import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encoderModel } from '@ser/encoder';
import { corporaFolder } from '../corporaFolder.js';
import type { Measurement } from '../engines/measurement.js';
import { runPython, runTypeScript } from '../runProgram.js';
import type { Timing } from '../timing/compareTimes.js';
import type { ExtractionTiming } from '../timing/functionalsBench.js';
import { RivalRuns } from './rivalRuns.js';
import { type TableRow, timesOf } from './tableRows.js';
import { type SystemTimes, works, type WorkTimes } from './works.js';

/** Every how many clips the functionals are computed. */
const functionalsStep = 24;
/** Seconds of timed training in one process. */
const trainingSeconds = 2;

/** What `collectRows` reports. */
export interface CollectOptions {
  readonly rounds: number;
  /** Called before each measurement. */
  readonly onStep: (step: string) => void;
  /** Called after the last measurement of a row. */
  readonly onRow: (row: TableRow) => void;
}

/** After this time, in ms, rows have only one round, so that a slow machine needs no more than 25 minutes. */
const longest = 20 * 60_000;

/** The rounds of a row: the first one, and others while there is time. */
function* roundsOf(rounds: number): Generator<number> {
  for (let round = 0; round < rounds; round++) {
    if (round === 0 || performance.now() < longest) yield round;
  }
}

/** All rows of the table, and the rivals that are not installed. In every round, the systems of a row take turns. */
export async function collectRows(options: CollectOptions) {
  const runs = new RivalRuns();
  const rows: TableRow[] = [];
  const add = (...more: readonly TableRow[]) => {
    rows.push(...more);
    more.forEach(options.onRow);
  };
  add(...(await smallWorks(options, runs)));
  add(functionals(options, runs));
  add(filesToMfcc(options, runs));
  for (const network of ['cnn2d', 'deep-cnn1d'])
    for (const threads of [1, 2]) add(training(options, runs, network, threads));
  return { rows, missing: runs.missing };
}

function filesToMfcc({ rounds, onStep }: CollectOptions, runs: RivalRuns): TableRow {
  const row = emptyRow('files to MFCC (40, 22.05 kHz), all of RAVDESS', 's', 0.66);
  for (const round of roundsOf(rounds)) {
    onStep(`files to MFCC, round ${round + 1}`);
    row.ours.push(runTypeScript<Timing>('features').seconds);
    const rival = runs.run('librosa and soundfile', () => runPython<Timing>('features'));
    if (rival) addTime(row.rivals, rival.what, rival.seconds);
  }
  return row;
}

function functionals({ rounds, onStep }: CollectOptions, runs: RivalRuns): TableRow {
  const row = emptyRow('functionals, per second of sound', 'ms', 0.1);
  const perSecond = ({ seconds, audioSeconds }: ExtractionTiming) => (1000 * seconds) / audioSeconds;
  for (const round of roundsOf(rounds)) {
    onStep(`functionals, round ${round + 1}`);
    const args = [round, functionalsStep, 1];
    row.ours.push(
      perSecond(runTypeScript<ExtractionTiming>('functionals', { args: ['full-band', ...args] })),
    );
    const rival = runs.run('opensmile', () =>
      runPython<ExtractionTiming>('functionals', { args: ['opensmile', ...args] }),
    );
    if (rival) addTime(row.rivals, rival.what, perSecond(rival));
  }
  return row;
}

function training(
  { rounds, onStep }: CollectOptions,
  runs: RivalRuns,
  network: string,
  threads: number,
): TableRow {
  const row = emptyRow(`training step, ${network}, batch 32, threads: ${threads}`, 'ms', 1);
  for (const round of roundsOf(rounds)) {
    onStep(`training of ${network} on ${threads} threads, round ${round + 1}`);
    const args = [network, 32, threads, trainingSeconds];
    const ours = runTypeScript<Measurement>('engine', { args: [...args, 'onnx-node'] });
    row.ours.push(ours.stepMs);
    const rival = runs.run('Keras', () => runPython<Measurement>('engine', { args }));
    if (rival) addTime(row.rivals, rival.what, rival.stepMs);
  }
  return row;
}

async function smallWorks({ rounds, onStep }: CollectOptions, runs: RivalRuns): Promise<TableRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-bench-'));
  const encoder = join(folder, 'encoder.onnx');
  writeFileSync(encoder, await encoderModel());
  const flac = firstRecording();
  const ours: SystemTimes[][] = [];
  const rivals: SystemTimes[][] = [];
  try {
    for (const round of roundsOf(rounds)) {
      onStep(`features, resampling, decoding, encoder, round ${round + 1}`);
      ours.push([...runTypeScript<WorkTimes>('works', { args: [flac] }).systems]);
      const python = runs.run('Python', () => runPython<WorkTimes>('works', { args: [flac, encoder] }));
      const javascript = runs.run('JavaScript', () => runTypeScript<WorkTimes>('rivals', { args: [flac] }));
      for (const { missing } of [python, javascript].filter((times) => times !== undefined))
        runs.add(missing);
      const page = runTypeScript<SystemTimes | null>('worksInChromium');
      rivals.push([...(python?.systems ?? []), ...(javascript?.systems ?? []), ...(page ? [page] : [])]);
      if (!page) runs.add(['Chromium: not installed. npx playwright install chromium']);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return works.map(({ key, title, goal }) => ({
    title,
    unit: 'ms',
    goal,
    ours: timesOf(ours, key).get('@ser') ?? [],
    rivals: timesOf(rivals, key),
  }));
}

function firstRecording(): string {
  const folder = join(corporaFolder(), 'ravdess', 'Actor_01');
  return join(folder, readdirSync(folder).sort()[0]!);
}

function emptyRow(title: string, unit: 's' | 'ms', goal: number) {
  return { title, unit, goal, ours: [] as number[], rivals: new Map<string, number[]>() };
}

function addTime(times: Map<string, number[]>, what: string, time: number): void {
  times.set(what, [...(times.get(what) ?? []), time]);
}
