import type {
  CorpusSummary,
  FoldMetrics,
  GroupMeasures,
  LabelScores,
  SourceMetrics,
} from '../measures/runMetrics.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import { counted, grouped, percentFigure } from '../words.js';
import { html } from './html.js';
import type { Content, Html } from './html.js';

export interface Column {
  readonly name: string;
  /** Numbers stand flush right. */
  readonly numeric?: boolean;
}

/** How well each emotion was found. */
export function emotionTable(rows: readonly LabelScores[]): Html {
  return table(
    [{ name: 'Emotion' }, ...['Precision %', 'Recall %', 'F1 %', 'Clips'].map(numeric)],
    rows.map(({ label, precision, recall, f1, support }) => [
      label,
      ...[precision, recall, f1].map(percentFigure),
      grouped(support),
    ]),
  );
}

/** How parts of the clips were answered: those of each sex, corpus or sentence. */
export function partTable(kind: string, parts: readonly GroupMeasures[]): Html {
  return table(
    [{ name: kind }, ...['UAR %', 'Guessing %', 'Accuracy %', 'Clips'].map(numeric)],
    parts.map(({ name, uar, chance, accuracy, clips }) => [
      name,
      ...[uar, chance, accuracy].map(percentFigure),
      grouped(clips),
    ]),
  );
}

/** The same recipe under several splits, side by side. */
export function comparisonTable(rows: readonly (SourceMetrics & { readonly name: string })[]): Html {
  return table(
    [
      { name: 'Split' },
      { name: 'Tested voices' },
      ...['UAR %', '95 % interval', 'Accuracy %', 'Macro F1 %', 'Guessing %', 'Test clips'].map(numeric),
    ],
    rows.map(({ name, speakerIndependent, pooled, interval, chance, folds }) => [
      name,
      speakerIndependent ? 'new' : 'also heard in training',
      percentFigure(pooled.uar),
      interval === null ? '–' : `${percentFigure(interval.low)} to ${percentFigure(interval.high)}`,
      ...[pooled.accuracy, pooled.macroF1, chance].map(percentFigure),
      grouped(folds.reduce((sum, { test }) => sum + test.clips, 0)),
    ]),
  );
}

/** Who was tested in each fold, by a network trained on whom, and with what result. */
export function foldTable(folds: readonly FoldMetrics[]): Html {
  const validated = folds.some(({ validation }) => validation.clips > 0);
  // a classifier in closed form is fitted at once
  const hasEpochs = folds.some(({ epochs }) => epochs > 1);
  return table(
    [
      { name: 'Fold' },
      { name: 'Tested speakers' },
      ...['Test clips', 'UAR %', 'Accuracy %', 'Macro F1 %'].map(numeric),
      ...(hasEpochs ? [numeric('Epochs')] : []),
      { name: 'Trained on' },
      ...(validated ? [{ name: 'Validated on' }] : []),
    ],
    folds.map(({ fold, epochs, train, validation, test, uar, accuracy, macroF1 }) => [
      fold,
      test.speakers.join(', '),
      grouped(test.clips),
      ...[uar, accuracy, macroF1].map(percentFigure),
      ...(hasEpochs ? [grouped(epochs)] : []),
      sideText(train),
      ...(validated ? [sideText(validation)] : []),
    ]),
  );
}

/** The recordings behind the figures, and on what terms they may be used. */
export function corpusTable(corpora: readonly CorpusSummary[]): Html {
  return table(
    [{ name: 'Corpus' }, { name: 'Licence' }, numeric('Speakers'), numeric('Clips')],
    corpora.map(({ title, licence, speakers, clips }) => [
      title,
      licence,
      grouped(speakers.length),
      grouped(clips),
    ]),
  );
}

/** The clips that took no part, and why. */
export function skippedTable(skipped: readonly SkippedClip[]): Html {
  return table(
    [{ name: 'Clip' }, { name: 'Why' }],
    skipped.map(({ corpus, path, code, message }) => [
      html`<span class="path">${corpus}/${path}</span>`,
      html`<strong>${code}</strong><br />${message}`,
    ]),
  );
}

function sideText({ clips, speakers }: FoldMetrics['train']): string {
  return clips === 0 ? 'nothing' : `${counted(clips, 'clip')} of ${counted(speakers.length, 'speaker')}`;
}

export function numeric(name: string): Column {
  return { name, numeric: true };
}

/** The first cell of a row names it. */
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
