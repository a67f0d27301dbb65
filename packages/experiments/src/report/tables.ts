import type { Interval } from '@ser/metrics';
import { counted, grouped, percentNumber } from '../formatText.js';
import type {
  CorpusSummary,
  FoldMetrics,
  GroupMeasures,
  LabelScores,
  SourceMetrics,
} from '../measures/runMetrics.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import { html, type Content, type Html } from './html.js';

export interface Column {
  readonly name: string;
  /** Numbers are aligned to the right. */
  readonly numeric?: boolean;
}

/** Precision, recall, and F1 of each emotion. */
export function emotionTable(rows: readonly LabelScores[]): Html {
  return table(
    [{ name: 'Emotion' }, ...['Precision %', 'Recall %', 'F1 %', 'Clips'].map(numeric)],
    rows.map(({ label, precision, recall, f1, support }) => [
      label,
      ...[precision, recall, f1].map(percentNumber),
      grouped(support),
    ]),
  );
}

/** The scores of each sex, corpus, or sentence. */
export function partTable(kind: string, parts: readonly GroupMeasures[]): Html {
  const hasIntervals = parts.some(({ interval }) => interval !== undefined);
  return table(
    [
      { name: kind },
      numeric('UAR %'),
      ...(hasIntervals ? [numeric('95% interval')] : []),
      ...['Chance %', 'Accuracy %', 'Clips'].map(numeric),
    ],
    parts.map(({ name, uar, chance, accuracy, clips, interval }) => [
      name,
      percentNumber(uar),
      ...(hasIntervals ? [intervalText(interval)] : []),
      ...[chance, accuracy].map(percentNumber),
      grouped(clips),
    ]),
  );
}

/** The same recipe with several splits. */
export function comparisonTable(
  rows: readonly (Omit<SourceMetrics, 'gap'> & { readonly name: string })[],
): Html {
  return table(
    [
      { name: 'Split' },
      { name: 'Test speakers' },
      ...['UAR %', '95% interval', 'Accuracy %', 'Macro F1 %', 'Chance %', 'Test clips'].map(numeric),
    ],
    rows.map(({ name, speakerIndependent, pooled, interval, chance, folds }) => [
      name,
      speakerIndependent ? 'unseen' : 'also used for training',
      percentNumber(pooled.uar),
      intervalText(interval),
      ...[pooled.accuracy, pooled.macroF1, chance].map(percentNumber),
      grouped(folds.reduce((sum, { test }) => sum + test.clips, 0)),
    ]),
  );
}

/** The maximum number of test speakers that a fold names; `metrics.json` has all of them. */
const maxSpeakers = 40;

/** The test speakers, scores, and training clips of each fold. */
export function foldTable(folds: readonly FoldMetrics[]): Html {
  const validated = folds.some(({ validation }) => validation.clips > 0);
  // classifiers other than networks have one epoch
  const hasEpochs = folds.some(({ epochs }) => epochs > 1);
  return table(
    [
      { name: 'Fold' },
      { name: 'Test speakers' },
      ...['Test clips', 'UAR %', 'Accuracy %', 'Macro F1 %'].map(numeric),
      ...(hasEpochs ? [numeric('Epochs')] : []),
      { name: 'Trained on' },
      ...(validated ? [{ name: 'Validated on' }] : []),
    ],
    folds.map(({ fold, epochs, train, validation, test, uar, accuracy, macroF1 }) => [
      fold,
      listedUpTo(maxSpeakers, test.speakers),
      grouped(test.clips),
      ...[uar, accuracy, macroF1].map(percentNumber),
      ...(hasEpochs ? [grouped(epochs)] : []),
      sideText(train),
      ...(validated ? [sideText(validation)] : []),
    ]),
  );
}

/** The recordings and their licenses. */
export function corpusTable(corpora: readonly CorpusSummary[]): Html {
  return table(
    [{ name: 'Corpus' }, { name: 'License' }, numeric('Speakers'), numeric('Clips')],
    corpora.map(({ title, license, speakers, clips }) => [
      title,
      license,
      grouped(speakers.length),
      grouped(clips),
    ]),
  );
}

/** The skipped clips, and why. */
export function skippedTable(skipped: readonly SkippedClip[]): Html {
  return table(
    [{ name: 'Clip' }, { name: 'Reason' }],
    skipped.map(({ corpus, path, code, message }) => [
      html`<span class="path">${corpus}/${path}</span>`,
      html`<strong>${code}</strong><br />${message}`,
    ]),
  );
}

function intervalText(interval: Interval | null | undefined): string {
  return interval ? `${percentNumber(interval.low)} to ${percentNumber(interval.high)}` : '–';
}

function sideText({ clips, speakers }: FoldMetrics['train']): string {
  return clips === 0 ? 'none' : `${counted(clips, 'clip')} of ${counted(speakers.length, 'speaker')}`;
}

function listedUpTo(most: number, names: readonly string[]): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')}, and ${grouped(rest)} more` : names.join(', ');
}

export function numeric(name: string): Column {
  return { name, numeric: true };
}

/** A table in which the first cell of each row is its header. */
export function table(columns: readonly Column[], rows: readonly (readonly Content[])[]): Html {
  const kind = (index: number) => (columns[index]!.numeric ? 'number' : 'text');
  return html`<div class="table" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map(({ name }, index) => html`<th scope="col" class="${kind(index)}">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...cells]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${cells.map((cell, index) => html`<td class="${kind(index + 1)}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
