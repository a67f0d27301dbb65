import { availableParallelism } from 'node:os';
import { type Bench, numberOption, integersOption } from '../bench.js';
import { runTypeScript, runPython } from '../runProgram.js';
import { markdownTable } from '../markdownTable.js';
import { median } from '../median.js';

/** The last line of a program: the time of extraction alone, with the clips in memory. */
export interface ExtractionTiming {
  readonly seconds: number;
  /** Processor time of all threads. */
  readonly cpuSeconds: number;
  /** Duration of the clips. */
  readonly audioSeconds: number;
  readonly what: string;
}

/** Number of clips in RAVDESS. */
const allClips = 1440;

/** Runs one system: the first clip, the step to the next, and the number of threads. */
type SystemRun = (args: readonly number[]) => ExtractionTiming;

const systems: readonly SystemRun[] = [
  (args) => runTypeScript('functionals', { args: ['full-band', ...args] }),
  (args) => runTypeScript('functionals', { args: ['invariant', ...args] }),
  (args) => runTypeScript('encoder', { args }),
  (args) => runPython('functionals', { args: ['prototype', ...args] }),
  (args) => runPython('functionals', { args: ['opensmile', ...args] }),
];

type Rounds = readonly ExtractionTiming[];

/**
 * Every system processes every clip once. Each round is a different part of the clips in its own process, and the
 * systems alternate, so that changes in the machine's speed affect all equally.
 */
export const functionalsBench: Bench = {
  name: 'functionals',
  description:
    'time of functionals and of the encoder on RAVDESS clips in SER_CORPORA; reference: Python prototype and openSMILE ComParE',
  run(options) {
    const rounds = numberOption('rounds', options, 12, { integer: true, min: 1 });
    const nClips = numberOption('clips', options, allClips);
    const oneAndAll = [...new Set([1, availableParallelism()])];
    for (const threads of integersOption('threads', options, oneAndAll)) {
      const { timings, missing } = measure({ rounds, nClips, threads });
      if (timings[0]!.length > 0) report(timings, threads);
      for (const reason of missing) console.log(`did not run: ${reason}`);
    }
  },
};

interface Measurement {
  readonly rounds: number;
  readonly nClips: number;
  /** Threads of our systems, processes of the others. */
  readonly threads: number;
}

function measure({ rounds, nClips, threads }: Measurement) {
  const step = Math.max(1, Math.round((allClips * rounds) / nClips));
  const timings = systems.map(() => [] as ExtractionTiming[]);
  const missing = new Map<number, string>();
  for (let round = 0; round < rounds; round++) {
    const first = Math.floor((round * step) / rounds);
    systems.forEach((system, i) => {
      if (missing.has(i)) return;
      try {
        timings[i]!.push(system([first, step, threads]));
      } catch (error) {
        missing.set(i, error instanceof Error ? error.message : String(error));
      }
    });
  }
  return { timings, missing: [...missing.values()] };
}

/**
 * Milliseconds per second of sound, as wall time and as processor time, and the ratio to our first system. The ratio is
 * of processor times on one thread, because other programs affect them least, and of wall times on several threads.
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
  console.log(
    markdownTable(['ms per second of sound', 'wall time', 'processor time', 'ratio to ours'], rows),
  );
}
