import type { RecordingsReport } from '@ser/datasets/node';
import { duration, percent } from './figures.js';
import { printable } from './printable.js';
import { table } from './table.js';

/** The number of files named for each kind of finding. */
const namedFiles = 10;

/** What a check of recordings found, as text. */
export function recordingsReportText(report: RecordingsReport): string {
  const { corpus, clips, speakers, labels, seconds, levelDb, warnings } = report;
  const voices = speakers === 0 ? 'speakers unknown' : `${speakers} speakers`;
  const facts = [
    [
      'length',
      `${seconds.min.toFixed(2)} to ${seconds.max.toFixed(2)} s, median ${seconds.median.toFixed(2)} s`,
    ],
    [
      'level',
      `${levelDb.min.toFixed(1)} to ${levelDb.max.toFixed(1)} dB, median ${levelDb.median.toFixed(1)} dB`,
    ],
  ];
  const findings = [
    finding('unreadable', report.unreadable.map(reasonOf)),
    finding('silent', report.silent),
    finding(
      'clipped',
      report.clipped.map(({ file, value }) => `${file}: ${percent(value)} of the samples`),
    ),
    finding(
      'equal, with different labels',
      report.conflicts.map((group) => group.map(({ file, label }) => `${file} (${label})`).join(' = ')),
    ),
    finding(
      'duplicates',
      report.duplicates.map((group) => group.join(' = ')),
    ),
    finding(
      'same sound at another level or rate',
      report.nearDuplicates.map((group) => group.join(' ~ ')),
    ),
    finding('irregular', report.irregular.map(reasonOf)),
  ].join('');
  const heading = `${printable(corpus)}: ${clips} clips, ${voices}, ${duration(seconds.total)} in total\n`;
  const counts = Object.entries(labels).map(([label, count]) => [printable(label), String(count)]);
  return (
    heading +
    table(counts, ['left', 'right']) +
    table(facts, ['left', 'left']) +
    leakText(report) +
    findings +
    (warnings.length === 0
      ? 'No warnings.\n'
      : warnings.map((warning) => `warning: ${printable(warning)}\n`).join(''))
  );
}

/** How well the files alone predict the label. */
function leakText({ leaks }: RecordingsReport): string {
  const [first] = leaks;
  if (first === undefined) return '';
  const rows = leaks.map(({ source, accuracy, warns }) => [
    source,
    percent(accuracy),
    warns ? 'too much' : '',
  ]);
  return (
    `labels predicted from the files alone (most frequent label: ${percent(first.majority)})\n` +
    table(rows, ['left', 'right', 'left'])
  );
}

function reasonOf({ file, what }: { readonly file: string; readonly what: string }): string {
  return `${file}: ${what}`;
}

function finding(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const named = items.slice(0, namedFiles).map((item) => `  ${printable(item)}\n`);
  const rest =
    items.length > namedFiles ? `  and ${items.length - namedFiles} more (use --json to see all)\n` : '';
  return `${title}: ${items.length}\n${named.join('')}${rest}`;
}
