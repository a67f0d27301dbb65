import type { CorpusDefinition } from '@ser/datasets';
import type { CorpusReport } from '@ser/datasets/node';
import { table } from './table.js';

/** How many files of one kind of finding are named before the text says how many more there are. */
const namedFiles = 10;

/** What `ser corpora check` found, for people. */
export function corpusReportText(report: CorpusReport, { expectedLabels }: CorpusDefinition): string {
  const { corpus, clips, expected, speakers, labels } = report;
  const findings = [
    finding('missing', report.missing),
    unnamedMissing(report),
    finding(
      'unreadable',
      report.unreadable.map(({ file, what }) => `${file}: ${what}`),
    ),
    finding('silent', report.silent),
    finding(
      'duplicates',
      report.duplicates.map((group) => group.join(' = ')),
    ),
    finding(
      'irregular',
      report.irregular.map(({ file, what }) => `${file}: ${what}`),
    ),
  ].join('');
  return (
    `${corpus}: ${clips} of ${expected} clips, ${speakers} speakers\n` +
    table(
      Object.entries(labels).map(([label, count]) => [
        label,
        String(count),
        expectedLabels?.[label] === undefined ? '' : `of ${expectedLabels[label]}`,
      ]),
      ['left', 'right', 'left'],
    ) +
    (findings === '' ? 'Nothing is missing, unreadable, silent, double or irregular.\n' : findings)
  );
}

/** Of some corpora it is known how many clips are whole, but not what each is called. */
function unnamedMissing({ clips, expected, missing }: CorpusReport): string {
  const unnamed = expected - clips - missing.length;
  return unnamed > 0 ? `missing: ${unnamed}, of names that are not known\n` : '';
}

function finding(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const named = items.slice(0, namedFiles).map((item) => `  ${item}\n`);
  const rest =
    items.length > namedFiles ? `  and ${items.length - namedFiles} more (--json names all)\n` : '';
  return `${title}: ${items.length}\n${named.join('')}${rest}`;
}
