import { markdownTable } from './markdownTable.js';
import type { RaceSummary, SideSummary, Spread } from './raceSummary.js';

/** Two rows of Markdown for each race: ours, and the rival on the same splits. */
export function raceTable(summaries: readonly RaceSummary[], rival = 'Keras'): string {
  const head = [
    'recipe and split',
    'by',
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
    ['the same splits', ...cells(summary.keras), '1'],
  ]);
  return markdownTable([...head, 'with start-up, s', 'peak MiB', `time, ours / ${rival}`], rows);
}

/** A protocol is a sentence that begins with its kind: `Speaker-independent hold-out: tested on …`. */
function kindOf(protocol: string): string {
  return protocol.split(':')[0]!.toLowerCase();
}

function seedsText({ seeds }: RaceSummary): string {
  return `${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(', ')}`;
}

function cells({ what, accuracy, uar, epochs, seconds, peakMb }: SideSummary): string[] {
  const { extract, train, total, wall } = seconds;
  const times = [extract, train, total, wall].map((time) => time.toFixed(time < 10 ? 1 : 0));
  return [what, percent(accuracy), percent(uar), range(epochs, String), ...times, peakMb.toFixed(0)];
}

/** `53.3 % (52.1 to 54.9)`; one seed has no spread. */
function percent({ mean, ...ends }: Spread): string {
  const text = (share: number) => (100 * share).toFixed(1);
  const { least, greatest } = ends;
  return `${text(mean)} %${least === greatest ? '' : ` (${text(least)} to ${text(greatest)})`}`;
}

function range({ least, greatest }: Spread, text: (value: number) => string): string {
  return least === greatest ? text(least) : `${text(least)} to ${text(greatest)}`;
}
