import type { Bench } from '../bench.js';
import { markdownTable } from '../markdownTable.js';
import { runTypeScript } from '../runProgram.js';
import type { TeachingCurve } from './measureTeaching.js';
import { type MethodTime, timeMethod } from './timeMethod.js';
import type { TeachingCost } from './timeTeaching.js';

/** The learning curves with one choice of labels. */
export interface TeachingChoice {
  readonly labels: string;
  readonly curves: readonly TeachingCurve[];
}

/** The result of `programs/teaching.ts`. */
export interface TeachingResult {
  readonly protocol: string;
  readonly choices: readonly TeachingChoice[];
  readonly cost: TeachingCost;
}

/** A model is taught clips of speakers from a corpus that it was not trained on. */
export const teachingBench: Bench = {
  name: 'teaching',
  description:
    'UAR on each of five corpora with a model that was trained on the others and taught 0 to 10 clips per emotion of each speaker',
  run({ data, out }) {
    if (data !== undefined)
      throw new Error('`--data` must be omitted for `teaching`, which uses the corpora in SER_CORPORA.');
    const { protocol, choices, cost } = runTypeScript<TeachingResult>('teaching', {
      args: out === undefined ? [] : [out],
      showProgress: true,
    });
    console.log(protocol);
    for (const { labels, curves } of choices) {
      console.log(
        `\n${labels}\n\n${curveTable(curves)}\n\n${corpusTable(curves[0]!)}\n\n${biasTable(curves)}`,
      );
    }
    console.log(`\n${costText(cost)}\n\n${methodText('Node', timeMethod())}`);
    const page = runTypeScript<MethodTime | null>('teachingInChromium');
    console.log(page ? methodText('Chromium', page) : 'Chromium was not found, so it was not measured.');
  },
};

const percent = (share: number) => (100 * share).toFixed(1);

/** One row per variant: the mean UAR in % and its interval for each number of clips per emotion. */
export function curveTable(curves: readonly TeachingCurve[]): string {
  const numbers = numbersOf(curves);
  const rows = curves.map(({ variant, points }) => [
    variant,
    ...numbers.map((clips) => {
      const uar = points.find((point) => point.clips === clips)?.uar;
      return uar ? `${percent(uar.mean)} (${percent(uar.low)} to ${percent(uar.high)})` : '';
    }),
  ]);
  return markdownTable(['taught clips per emotion', ...numbers.map(String)], rows);
}

/** One row per corpus. */
export function corpusTable({ points }: TeachingCurve): string {
  const names = Object.keys(points[0]!.uar.corpora);
  const rows = names.map((name) => [name, ...points.map(({ uar }) => percent(uar.corpora[name]!))]);
  return markdownTable(['corpus', ...points.map(({ clips }) => String(clips))], rows);
}

/** The estimate minus the true UAR, in points, of the variants whose labels are all right. */
export function biasTable(curves: readonly TeachingCurve[]): string {
  const known = curves.filter(({ points }) => points.some(({ bias }) => bias !== undefined));
  const numbers = numbersOf(known).filter((clips) =>
    known.some(({ points }) => points.some((point) => point.clips === clips && point.bias !== undefined)),
  );
  const rows = known.map(({ variant, points }) => [
    variant,
    ...numbers.map((clips) => {
      const bias = points.find((point) => point.clips === clips)?.bias;
      return bias === undefined ? '' : `${bias < 0 ? '−' : '+'}${percent(Math.abs(bias))}`;
    }),
  ]);
  return markdownTable(['estimate minus UAR', ...numbers.map(String)], rows);
}

function numbersOf(curves: readonly TeachingCurve[]): readonly number[] {
  return [...new Set(curves.flatMap(({ points }) => points.map(({ clips }) => clips)))].sort((a, b) => a - b);
}

function costText(cost: TeachingCost): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  return (
    `One clip of 3 s beside 100 taught ones, median milliseconds: teach ${cost.teach.toFixed(1)}, ` +
    `the next prediction ${cost.predict.toFixed(1)} (before teaching ${cost.predictUntaught.toFixed(1)}), ` +
    `estimate ${cost.estimate.toFixed(0)}. ` +
    `Saved model: ${kilobytes(cost.modelBytes)}, of which ${kilobytes(cost.taughtBytes)} for 101 clips.`
  );
}

function methodText(where: string, { teach, estimate }: MethodTime): string {
  return `Without the features, in ${where}: teach ${teach.toFixed(1)} ms, estimate ${estimate.toFixed(0)} ms.`;
}
