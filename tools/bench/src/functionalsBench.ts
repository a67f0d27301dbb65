import { availableParallelism } from 'node:os';
import { type Bench, numberOption, numbersOption } from './bench.js';
import { ours, peer } from './contestants.js';
import { markdownTable } from './markdownTable.js';
import { median } from './median.js';

/** What a program prints of one round: the time of extraction alone, with the clips in memory. */
export interface ExtractionTiming {
  readonly seconds: number;
  /** Processor time of all its threads. */
  readonly cpuSeconds: number;
  /** Length of the clips. */
  readonly audioSeconds: number;
  readonly what: string;
}

/** RAVDESS has this many clips. */
const allClips = 1440;

type Contestant = (args: readonly number[]) => ExtractionTiming;

const contestants: readonly Contestant[] = [
  (args) => ours('functionals', { args: ['full-band', ...args] }),
  (args) => ours('functionals', { args: ['invariant', ...args] }),
  (args) => peer('functionals', { args: ['prototype', ...args] }),
  (args) => peer('functionals', { args: ['opensmile', ...args] }),
];

type Rounds = readonly ExtractionTiming[];

/**
 * Every contestant describes every clip once, each round another part of them in a process of its own, in turn, so that
 * a change of the machine's speed meets all alike.
 */
export const functionalsBench: Bench = {
  name: 'functionals',
  what: "RAVDESS clips of SER_CORPORA to functionals: ours beside the Python prototype and openSMILE's ComParE",
  run(options) {
    const rounds = numberOption('rounds', options, 12);
    const nClips = numberOption('clips', options, allClips);
    const oneAndAll = [...new Set([1, availableParallelism()])];
    for (const threads of numbersOption('threads', options, oneAndAll)) {
      const { timings, absent } = measure({ rounds, nClips, threads });
      if (timings[0]!.length > 0) report(timings, threads);
      for (const reason of absent) console.log(`not run: ${reason}`);
    }
  },
};

interface Measurement {
  readonly rounds: number;
  readonly nClips: number;
  /** Threads of ours, processes of the others. */
  readonly threads: number;
}

function measure({ rounds, nClips, threads }: Measurement) {
  const step = Math.max(1, Math.round((allClips * rounds) / nClips));
  const timings = contestants.map(() => [] as ExtractionTiming[]);
  const absent = new Map<number, string>();
  for (let round = 0; round < rounds; round++) {
    const first = Math.floor((round * step) / rounds);
    contestants.forEach((contestant, i) => {
      if (absent.has(i)) return;
      try {
        timings[i]!.push(contestant([first, step, threads]));
      } catch (error) {
        absent.set(i, error instanceof Error ? error.message : String(error));
      }
    });
  }
  return { timings, absent: [...absent.values()] };
}

/**
 * Milliseconds a second of sound, by the clock and by the processor, and how many times as long as ours: on one thread by
 * the processor, which other programs disturb least, on several by the clock.
 */
function report(timings: readonly Rounds[], threads: number): void {
  const [first] = timings;
  const measureOf = ({ seconds, cpuSeconds }: ExtractionTiming) => (threads === 1 ? cpuSeconds : seconds);
  const rows = timings
    .filter((rounds) => rounds.length > 0)
    .map((rounds) => {
      const ratios = rounds.map((timing, round) => measureOf(timing) / measureOf(first![round]!));
      return [
        rounds[0]!.what,
        median(rounds.map(({ seconds, audioSeconds }) => (1000 * seconds) / audioSeconds)).toFixed(2),
        median(rounds.map(({ cpuSeconds, audioSeconds }) => (1000 * cpuSeconds) / audioSeconds)).toFixed(2),
        median(ratios).toFixed(2),
      ];
    });
  const seconds = first!.reduce((sum, { audioSeconds }) => sum + audioSeconds, 0);
  const cores = threads === 1 ? 'one thread' : `${threads} threads or processes`;
  console.log(`${seconds.toFixed(0)} s of sound, ${cores}, median of ${first!.length} rounds`);
  console.log(markdownTable(['ms a second of sound', 'clock', 'processor', 'times ours'], rows));
}
