import { type Bench, numberOption } from '../bench.js';
import { median } from '../median.js';
import { runPython, runTypeScript } from '../runProgram.js';
import { compareTimes, type TimeComparison, type Timing } from './compareTimes.js';

/** Compares the times of a program in `programs/` and of the program of the same name in `reference/bench/`. */
export function timeBench(name: string, description: string): Bench {
  return {
    name,
    description,
    run(options) {
      const rounds = numberOption('rounds', options, 3, { integer: true, min: 1 });
      const comparison = compareTimes(
        () => runTypeScript<Timing>(name),
        () => runPython<Timing>(name),
        rounds,
      );
      console.log(timeReport(name, comparison));
    },
  };
}

/** Both medians and their ratio, as lines of text. */
export function timeReport(name: string, { ours, reference, reason }: TimeComparison): string {
  const seconds = median(ours.map((timing) => timing.seconds));
  const lines = [
    `${name}: ${ours[0]!.what}`,
    `  ours       ${seconds.toFixed(2)} s (median of ${ours.length})`,
  ];
  if (reason !== undefined) return [...lines, `  reference  did not run: ${reason}`].join('\n');
  const referenceSeconds = median(reference.map((timing) => timing.seconds));
  return [
    ...lines,
    `  reference  ${referenceSeconds.toFixed(2)} s (${reference[0]!.what})`,
    `  speedup    ${(referenceSeconds / seconds).toFixed(2)}`,
  ].join('\n');
}
