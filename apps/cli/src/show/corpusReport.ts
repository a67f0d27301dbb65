import type { CorpusReport } from '@ser/datasets/node';
import { table } from './table.js';

/** How many files of one kind of finding are named before the text says how many more there are. */
const namedFiles = 10;

/** What `ser corpora check` found, for people. */
export function corpusReportText(report: CorpusReport): string {
  const { corpus, clips, expected, speakers, labels } = report;
  const findings = [
    finding('missing', report.missing),
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
      Object.entries(labels).map(([label, count]) => [label, String(count)]),
      ['left', 'right'],
    ) +
    (findings === '' ? 'Nothing is missing, unreadable, silent, double or irregular.\n' : findings)
  );
}

function finding(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const named = items.slice(0, namedFiles).map((item) => `  ${item}\n`);
  const rest =
    items.length > namedFiles ? `  and ${items.length - namedFiles} more (--json names all)\n` : '';
  return `${title}: ${items.length}\n${named.join('')}${rest}`;
}
