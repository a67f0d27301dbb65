import { markdownTable } from '../markdownTable.js';
import type { ComparisonSummary, SystemSummary, Spread } from './comparisonSummary.js';

/** A Markdown table with two rows per recipe: ours, and the reference on the same splits. */
export function comparisonTable(summaries: readonly ComparisonSummary[], referenceName = 'Keras'): string {
  const head = [
    'recipe and split',
    'system',
    'accuracy',
    'UAR',
    'epochs',
    'features, s',
    'training, s',
    'total, s',
  ];
  const rows = summaries.flatMap((summary) => [
    [
      `\`${summary.recipe}\`, ${kindOf(summary.protocol)}, ${seedsText(summary)}`,
      ...cells(summary.ours),
      summary.ratio.toFixed(2),
    ],
    ['the same splits', ...cells(summary.reference), '1'],
  ]);
  return markdownTable([...head, 'with startup, s', 'peak MiB', `time, ours / ${referenceName}`], rows);
}

/** The start of a protocol is its kind: `Speaker-independent hold-out: tested on …`. */
function kindOf(protocol: string): string {
  return protocol.split(':')[0]!.toLowerCase();
}

function seedsText({ seeds }: ComparisonSummary): string {
  return `${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(', ')}`;
}

function cells({ what, accuracy, uar, epochs, seconds, peakMb }: SystemSummary): string[] {
  const { extract, train, total, wall } = seconds;
  const times = [extract, train, total, wall].map((time) => time.toFixed(time < 10 ? 1 : 0));
  return [what, percent(accuracy), percent(uar), range(epochs, String), ...times, peakMb.toFixed(0)];
}

/** `53.3% (52.1 to 54.9)`; for one seed, without range. */
function percent({ mean, ...ends }: Spread): string {
  const text = (share: number) => (100 * share).toFixed(1);
  const { smallest, largest } = ends;
  return `${text(mean)}%${smallest === largest ? '' : ` (${text(smallest)} to ${text(largest)})`}`;
}

function range({ smallest, largest }: Spread, text: (value: number) => string): string {
  return smallest === largest ? text(smallest) : `${text(smallest)} to ${text(largest)}`;
}
