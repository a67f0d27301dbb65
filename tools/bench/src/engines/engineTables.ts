import { markdownTable } from '../markdownTable.js';
import type { TrialResult } from './measureTrials.js';
import type { Measurement } from './measurement.js';
import { median } from '../median.js';
import { networkNames } from '../networks.js';
import { type System, systems } from './trial.js';

type Quantity = Exclude<keyof Measurement, 'what'>;
type Row = Pick<TrialResult, 'network' | 'batchSize' | 'threads'>;

/** The tables of docs/engines.md in Markdown: training, prediction, memory, and the measured systems. */
export function engineTables(results: readonly TrialResult[]): string {
  const present = systems.filter((system) => results.some((result) => result.system === system));
  const rows = distinctRows(results);
  const first = rows.filter(({ batchSize, threads }) => {
    return batchSize === rows[0]!.batchSize && threads === rows[0]!.threads;
  });
  const table = (quantity: Quantity, chosen: readonly Row[], name: (row: Row) => string) =>
    markdownTable(
      ['', ...present],
      chosen.map((row) => [name(row), ...present.map((system) => cell(results, row, system, quantity))]),
    );
  const where = `batch ${rows[0]!.batchSize}, ${threadsText(rows[0]!)}`;
  return [
    'Milliseconds per training step, and the ratio to Keras (below 1 is faster than Keras):',
    table('stepMs', rows, (row) => `${row.network}, batch ${row.batchSize}, ${threadsText(row)}`),
    `Milliseconds to predict one example (${threadsText(rows[0]!)}), and the ratio to Keras:`,
    table('predictionMs', first, ({ network }) => network),
    `Peak resident memory of the training process in MiB (${where}), and the ratio to Keras:`,
    table('peakMb', first, ({ network }) => network),
    [...present.flatMap((system) => description(results, system)), loadText(results)].join('\n'),
  ].join('\n\n');
}

function distinctRows(results: readonly TrialResult[]): Row[] {
  const rows = new Map(
    results.map(({ network, batchSize, threads }) => [
      `${network} ${batchSize} ${threads}`,
      { network, batchSize, threads },
    ]),
  );
  const place = ({ network, batchSize, threads }: Row) =>
    networkNames.indexOf(network) * 1e6 + batchSize * 1e3 + threads;
  return [...rows.values()].sort((a, b) => place(a) - place(b));
}

function cell(results: readonly TrialResult[], row: Row, system: System, quantity: Quantity): string {
  const value = medianOf(results, row, system, quantity);
  if (value === undefined) return reasonOf(results, row, system);
  const keras = medianOf(results, row, 'keras', quantity);
  if (system === 'keras' || keras === undefined) return threeDigits(value);
  return `${threeDigits(value)} (${(value / keras).toFixed(2)})`;
}

function medianOf(
  results: readonly TrialResult[],
  row: Row,
  system: System,
  quantity: Quantity,
): number | undefined {
  const values = ofRow(results, row, system).flatMap(({ measurement }) => measurement?.[quantity] ?? []);
  return values.length === 0 ? undefined : median(values);
}

function reasonOf(results: readonly TrialResult[], row: Row, system: System): string {
  const { skipped = '–' } = ofRow(results, row, system)[0] ?? {};
  return skipped.startsWith('no: ') ? 'failed' : skipped;
}

function ofRow(results: readonly TrialResult[], row: Row, system: System): TrialResult[] {
  return results.filter(({ network, batchSize, threads, ...result }) => {
    const sameRow = network === row.network && batchSize === row.batchSize && threads === row.threads;
    return sameRow && result.system === system;
  });
}

function description(results: readonly TrialResult[], system: System): string[] {
  const mine = results.filter((result) => result.system === system);
  const what = mine.find(({ measurement }) => measurement)?.measurement?.what;
  const failures = new Set(
    mine.flatMap(({ skipped }) => (skipped?.startsWith('no: ') ? [skipped.slice(4)] : [])),
  );
  const failed = [...failures].map((failure) => `failed: ${failure}`);
  return [`- ${system}: ${[what?.replace(/, (one|\d+) threads?$/, '') ?? [], ...failed].flat().join('; ')}`];
}

function loadText(results: readonly TrialResult[]): string {
  const loads = results.map(({ load }) => load).sort((a, b) => a - b);
  const [lowest, highest] = [loads[0]!, loads.at(-1)!].map((load) => load.toFixed(1));
  const middle = median(loads).toFixed(1);
  return `- ${results.length} trials; load average before them: ${lowest} to ${highest}, median ${middle}`;
}

function threadsText({ threads }: Row): string {
  return threads === 1 ? '1 thread' : `${threads} threads`;
}

function threeDigits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value.toPrecision(value < 0.1 ? 2 : 3);
}
