import type { CorpusDefinition } from '@ser/datasets';
import type { CorpusReport } from '@ser/datasets/node';
import { printable } from './printable.js';
import { table } from './table.js';

/** The number of files named for each kind of finding. */
const namedFiles = 10;

/** What `ser corpora check` found, as text. */
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
    (findings === '' ? 'Nothing is missing, unreadable, silent, duplicated, or irregular.\n' : findings)
  );
}

/** For some corpora the number of clips is known, but not every file name. */
function unnamedMissing({ clips, expected, missing }: CorpusReport): string {
  const unnamed = expected - clips - missing.length;
  return unnamed > 0 ? `missing: ${unnamed} (file names unknown)\n` : '';
}

function finding(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const named = items.slice(0, namedFiles).map((item) => `  ${printable(item)}\n`);
  const rest =
    items.length > namedFiles ? `  and ${items.length - namedFiles} more (use --json to see all)\n` : '';
  return `${title}: ${items.length}\n${named.join('')}${rest}`;
}
