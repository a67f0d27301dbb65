import type { Explanation } from '../measures/explain/explanation.js';
import type { Measures } from '../measures/runMetrics.js';
import type { ClipPrediction } from '../training/predict.js';
import { counted, grouped, percent, signedFigure } from '../words.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { section } from './page.js';
import { chartFigure, chartFigures } from './chartFigures.js';
import type { SplitCharts } from './charts/splitCharts.js';
import type { ReportCharts } from './reportCharts.js';
import { speakerFigures } from './speakerFigures.js';
import { numeric, partTable, table } from './tables.js';
import type { WrongClip } from './wrongClips.js';

/** More sentences or corpora than this are left to `metrics.json`. */
const MOST_PARTS = 16;

/** The charts of what was answered, by whom, and how surely. */
export function chartSections(
  charts: SplitCharts,
  { chance, groups }: Measures,
  predictions: readonly ClipPrediction[],
  nClasses: number,
): readonly (Html | undefined)[] {
  return [
    section('Confusion matrix', chartFigures(charts.confusion)),
    charts.speakers.length === 0
      ? undefined
      : section(
          'Each voice',
          voicesText(predictions, nClasses, chance),
          chartFigures(charts.speakers),
          partsOf(groups),
        ),
    charts.confidence.length === 0
      ? undefined
      : section('How sure the answers are', confidenceText(), chartFigures(charts.confidence)),
  ];
}

/** The curves of training, where there are any. */
export function learningSection({ learning }: SplitCharts): Html | undefined {
  return learning.length === 0 ? undefined : section('Learning curves', chartFigures(learning));
}

/** What a linear model rests on. */
export function explanationSection(
  explanation: Explanation | undefined,
  { effects }: ReportCharts,
): Html | undefined {
  if (explanation === undefined) return undefined;
  const { labels, groups, clips, nFeatures } = explanation;
  return section(
    'What the answers rest on',
    html`<p class="muted">
      Of the model that was left behind, a weighted sum of ${grouped(nFeatures)} features. First the share of
      each emotion’s score that comes by a group of features, over the ${counted(clips, 'clip')} it has learnt
      from (below 0: it takes away from what others bring); then single features, and what one standard
      deviation more adds to each score. <code>explain.json</code> holds more.
    </p>`,
    table(
      [{ name: 'Features' }, numeric('How many'), ...labels.map((label) => numeric(`${label} %`))],
      groups.map(({ name, nFeatures: size, shares }) => [name, grouped(size), ...shares.map(signedFigure)]),
    ),
    effects && chartFigure(effects),
  );
}

/** The clips that were answered wrong with the highest probability. */
export function wrongSection(
  clips: readonly WrongClip[],
  charts: ReportCharts['wrong'],
  labels: readonly string[],
): Html | undefined {
  if (clips.length === 0) return undefined;
  return section(
    'Most confidently wrong',
    html`<p class="muted">
      The ${counted(clips.length, 'clip')} answered wrong with the highest probability: worth listening to,
      for a wrong label, a bad recording, or what the model has not understood.
    </p>`,
    html`<div class="figures">
      ${clips.map((clip, i) => {
        const shown = charts[i];
        return html`<div class="clip">${shown && chartFigure(shown)} ${clipText(clip, labels)}</div>`;
      })}
    </div>`,
  );
}

function clipText({ prediction, confidence, ofActual }: WrongClip, labels: readonly string[]): Html {
  const { utterance, actual, predicted } = prediction;
  return html`<p>
    <span class="path">${utterance.corpus}/${utterance.path}</span>
    Speaker ${utterance.speaker}, acted <strong>${labels[actual]}</strong>, answered
    <strong>${labels[predicted]}</strong> with ${percent(confidence)}; ${labels[actual]} was given
    ${percent(ofActual)}.
  </p>`;
}

function voicesText(predictions: readonly ClipPrediction[], nClasses: number, chance: number): Html {
  const figures = speakerFigures(predictions, nClasses);
  const [worst, best] = [figures[0]!, figures.at(-1)!];
  const below = figures.filter(({ value }) => value <= chance).length;
  const guessing =
    below === 0
      ? 'No voice fares as badly as guessing.'
      : `${counted(below, 'voice')} fare no better than guessing.`;
  return html`<p>
    From ${percent(worst.value)} for ${worst.name} to ${percent(best.value)} for ${best.name}. ${guessing} The
    whiskers are 95 % intervals over the clips of one voice: what more clips of that voice might give.
  </p>`;
}

/** By sex, corpus and sentence, where there is more than one of them and not too many. */
function partsOf(groups: Measures['groups']): readonly Html[] {
  const kinds = { sex: 'Sex', corpus: 'Corpus', sentence: 'Sentence' } as const;
  return Object.entries(kinds).flatMap(([kind, name]) => {
    const parts = groups[kind as keyof typeof kinds]?.groups ?? [];
    return parts.length < 2 || parts.length > MOST_PARTS ? [] : partTable(name, parts);
  });
}

function confidenceText(): Html {
  return html`<p class="muted">
    First: of the answers given with about the same confidence, the share that was right; on the dashed line a
    confidence means what it says, below it the model is too sure of itself. Then how well the probability of
    each emotion sets its clips apart from the rest; an area of 0.5 is guessing, 1 is perfect.
  </p>`;
}
