import { classDistributionChart, groupBarsChart } from '@ser/charts';
import type { RecordingsReport } from '@ser/datasets/node';
import { version } from '../version.js';
import { counted, duration, grouped, percent } from '../formatText.js';
import { chartFigure, chartFigures } from './chartFigures.js';
import { namedChart } from './charts/namedChart.js';
import { html, type Content, type Html } from './html.js';
import { facts, page, section } from './page.js';
import { numeric, table } from './tables.js';

/** The maximum number of rows in a table of the page; the report itself has all of them. */
const maxRows = 50;

export interface RecordingsPageOptions {
  /** The command that started the check. @default not shown */
  readonly command?: string;
  /** The date of the check, `YYYY-MM-DD`. @default today (UTC) */
  readonly date?: string;
}

/**
 * A page about some recordings: labels, lengths, levels, copies, and what a score would suffer from.
 *
 * @param report from `checkRecordings` of `@ser/datasets/node`
 *
 * @example
 * await writeFile('check.html', recordingsPage(await checkRecordings(await readRecordings('clips.csv'))));
 */
export function recordingsPage(
  report: RecordingsReport,
  { command, date = new Date().toISOString().slice(0, 10) }: RecordingsPageOptions = {},
): string {
  return page({
    title: `${report.corpus}: check of the recordings`,
    headline: headlineOf(report),
    body: [
      html`<p class="subtitle">${date}, @ser/experiments ${version}</p>`,
      warningsOf(report),
      section('Labels', labelChart(report)),
      section('Lengths and levels', chartFigures(histograms(report)), factsOf(report)),
      leakSection(report),
      copySection(report),
      fileSection('Speakers with one label', ['Speaker', 'Label', 'Clips'], speakerRows(report)),
      fileSection('Clipped recordings', ['File', 'Samples at the maximum'], clippedRows(report)),
      fileSection(
        'Silent recordings',
        ['File'],
        report.silent.map((file) => [pathOf(file)]),
      ),
      fileSection('Unreadable recordings', ['File', 'Reason'], reasonRows(report.unreadable)),
      fileSection('Files and rows that are not used', ['File', 'Reason'], reasonRows(report.irregular)),
      command === undefined ? undefined : section('How to repeat the check', html`<pre>${command}</pre>`),
    ],
  });
}

function headlineOf({ corpus, clips, speakers, labels, seconds, warnings }: RecordingsReport): string {
  const voices = speakers === 0 ? 'unknown speakers' : counted(speakers, 'speaker');
  const found = warnings.length === 0 ? 'nothing to worry about' : counted(warnings.length, 'warning');
  return (
    `${corpus}: ${counted(clips, 'clip')} of ${voices} with ${counted(Object.keys(labels).length, 'label')}, ` +
    `${duration(seconds.total)} in total; ${found}`
  );
}

/** One box for all warnings: several would be most of a small screen. */
function warningsOf({ warnings }: RecordingsReport): Html | undefined {
  const [first, ...others] = warnings;
  if (first === undefined) return undefined;
  if (others.length === 0) {
    return html`<p class="notice" role="note"><strong>Look at this.</strong> ${first}</p>`;
  }
  return html`<div class="notice" role="note">
    <strong>Look at these.</strong>
    <ul>
      ${warnings.map((warning) => html`<li>${warning}</li>`)}
    </ul>
  </div>`;
}

function labelChart({ labels }: RecordingsReport): Html {
  const data = { labels: Object.keys(labels), series: [{ name: 'clips', counts: Object.values(labels) }] };
  const chart = classDistributionChart(data, { unit: 'clips', title: 'Clips of each label' });
  return chartFigure(namedChart('labels', chart));
}

function histograms({ lengths, levels }: RecordingsReport) {
  const kinds = [
    { name: 'lengths', histogram: lengths, unit: 's', title: 'Clips by length' },
    { name: 'levels', histogram: levels, unit: 'dB', title: 'Clips by level (RMS, dB of full scale)' },
  ];
  return kinds
    .filter(({ histogram }) => histogram.counts.length > 0)
    .map(({ name, histogram: { start, width, counts }, unit, title }) => {
      const digits = width < 1 ? 1 : 0;
      const at = (i: number) => (start + i * width).toFixed(digits);
      const labels = counts.map((_, i) => `${at(i)} to ${at(i + 1)} ${unit}`);
      const data = { labels, series: [{ name: 'clips', counts }] };
      return namedChart(name, classDistributionChart(data, { unit: 'clips', title }));
    });
}

function factsOf({ seconds, levelDb, sampleRates }: RecordingsReport): Html {
  const rates = Object.entries(sampleRates).map(([rate, clips]) => `${rate} Hz: ${grouped(clips)}`);
  return facts([
    [
      'Length',
      `${seconds.min.toFixed(2)} to ${seconds.max.toFixed(2)} s, median ${seconds.median.toFixed(2)} s`,
    ],
    [
      'Level',
      `${levelDb.min.toFixed(1)} to ${levelDb.max.toFixed(1)} dB, median ${levelDb.median.toFixed(1)} dB`,
    ],
    ['Sample rates', rates.join(', ')],
  ]);
}

function leakSection({ leaks }: RecordingsReport): Html | undefined {
  const [first] = leaks;
  if (first === undefined) return undefined;
  const bars = leaks.map(({ source, accuracy }) => ({ name: source, value: accuracy }));
  const chart = groupBarsChart(bars, {
    measure: 'Predicted labels',
    chance: first.majority,
    title: 'Labels predicted without the voice, % of the clips',
  });
  return section(
    'What the files reveal',
    html`<p class="muted">
      A small decision tree predicts the label of each clip from how its file was recorded and cut, without
      its sound, and is tested on clips that it was not trained on. The dashed line is the share of the most
      frequent label, ${percent(first.majority)}. A bar far beyond it means that a model can score without
      recognizing emotions.
    </p>`,
    chartFigure(namedChart('leaks', chart)),
  );
}

function copySection({ duplicates, nearDuplicates, conflicts }: RecordingsReport): Html | undefined {
  const rows = [
    ...conflicts.map((group) => [
      'different labels',
      group.map(({ file, label }) => html`${pathOf(file)} ${label} `),
    ]),
    ...duplicates.map((group) => ['equal', group.map(pathOf)]),
    ...nearDuplicates.map((group) => ['same sound, another level or rate', group.map(pathOf)]),
  ];
  return fileSection('Copies', ['What', 'Files'], rows);
}

function speakerRows({ oneLabelSpeakers }: RecordingsReport): readonly (readonly Content[])[] {
  return oneLabelSpeakers.map(({ speaker, label, clips }) => [speaker, label, grouped(clips)]);
}

function clippedRows({ clipped }: RecordingsReport): readonly (readonly Content[])[] {
  return clipped.map(({ file, value }) => [pathOf(file), percent(value)]);
}

function reasonRows(
  files: readonly { readonly file: string; readonly what: string }[],
): readonly (readonly Content[])[] {
  return files.map(({ file, what }) => [pathOf(file), what]);
}

/** `undefined` if there are no rows. */
function fileSection(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly Content[])[],
): Html | undefined {
  if (rows.length === 0) return undefined;
  const rest = rows.length - maxRows;
  return section(
    `${title} (${grouped(rows.length)})`,
    table(
      columns.map((name) => (name === 'Clips' ? numeric(name) : { name })),
      rows.slice(0, maxRows),
    ),
    rest > 0 && html`<p class="muted">And ${grouped(rest)} more; the JSON report has all of them.</p>`,
  );
}

function pathOf(file: string): Html {
  return html`<span class="path">${file}</span>`;
}
