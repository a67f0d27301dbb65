import { counted, grouped, percent, signedPercentNumber } from '../formatText.js';
import type { Explanation } from '../measures/explain/explanation.js';
import type { GroupGap, Measures } from '../measures/runMetrics.js';
import type { ClipPrediction } from '../training/predict.js';
import { chartFigure, chartFigures } from './chartFigures.js';
import type { SplitCharts } from './charts/splitCharts.js';
import { html, type Html } from './html.js';
import { section } from './page.js';
import type { ReportCharts } from './reportCharts.js';
import { speakerScores } from './speakerScores.js';
import { numeric, partTable, table } from './tables.js';
import type { WrongClip } from './wrongClips.js';

/** The maximum number of rows in a table by sex, corpus, or sentence; `metrics.json` has all of them. */
const maxParts = 16;

/** Charts of the confusions, the speakers, and the confidence. */
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
          'By speaker',
          html`<div class="figures">
            <div>${charts.speakers.map(chartFigure)}</div>
            <div>${speakersText(predictions, nClasses, chance)} ${partsOf(groups)}</div>
          </div>`,
        ),
    charts.confidence.length === 0
      ? undefined
      : section('Confidence', confidenceText(), chartFigures(charts.confidence)),
  ];
}

/** The learning curves, if there are any. */
export function learningSection({ learning }: SplitCharts): Html | undefined {
  return learning.length === 0 ? undefined : section('Learning curves', chartFigures(learning));
}

/** Which features carry each emotion in a linear model. */
export function explanationSection(
  explanation: Explanation | undefined,
  { effects }: ReportCharts,
): Html | undefined {
  if (explanation === undefined) return undefined;
  const { labels, groups, clips, nFeatures } = explanation;
  return section(
    'Features that carry each emotion',
    html`<p class="muted">
      The saved model is a weighted sum of ${grouped(nFeatures)} features. The table shows the share of each
      group of features in the variance of each emotion’s score, over the ${counted(clips, 'clip')} that it
      was trained on (below 0: the group reduces the effect of others). The chart shows single features, and
      how much one standard deviation changes each score. <code>explain.json</code> has more.
    </p>`,
    table(
      [{ name: 'Features' }, numeric('Number'), ...labels.map((label) => numeric(`${label} %`))],
      groups.map(({ name, nFeatures: size, shares }) => [
        name,
        grouped(size),
        ...shares.map(signedPercentNumber),
      ]),
    ),
    effects && chartFigure(effects),
  );
}

/** The wrong predictions with the highest confidence. */
export function wrongSection(
  clips: readonly WrongClip[],
  charts: ReportCharts['wrong'],
  labels: readonly string[],
): Html | undefined {
  if (clips.length === 0) return undefined;
  return section(
    'Most confident errors',
    html`<p class="muted">
      The ${counted(clips.length, 'wrong prediction')} with the highest confidence. Listen to these clips: the
      label may be wrong, the recording may be bad, or the model may have a weakness.
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
    Speaker ${utterance.speaker ?? 'unknown'}, labeled
    <strong>${labels[actual]}</strong> (${percent(ofActual)}), predicted
    <strong>${labels[predicted]}</strong> (${percent(confidence)}).
  </p>`;
}

function speakersText(predictions: readonly ClipPrediction[], nClasses: number, chance: number): Html {
  const scores = speakerScores(predictions, nClasses);
  const [worst, best] = [scores[0]!, scores.at(-1)!];
  const below = scores.filter(({ value }) => value <= chance).length;
  const aboveChance =
    below === 0
      ? 'All speakers are above the chance level.'
      : `${counted(below, 'speaker')} ${below === 1 ? 'is' : 'are'} not above the chance level.`;
  return html`<p>
    UAR from ${percent(worst.value)} for ${worst.name} to ${percent(best.value)} for ${best.name}.
    ${aboveChance} The whiskers are 95% intervals over clips of the same speaker.
  </p>`;
}

/** Tables by sex, corpus, and sentence, for kinds with at least two and at most `maxParts` groups. */
function partsOf(groups: Measures['groups']): readonly Html[] {
  const kinds = { sex: 'Sex', corpus: 'Corpus', sentence: 'Sentence' } as const;
  return Object.entries(kinds).flatMap(([kind, name]) => {
    const parts = groups[kind as keyof typeof kinds]?.groups ?? [];
    if (parts.length < 2 || parts.length > maxParts) return [];
    const gap = groups[kind as keyof typeof kinds]?.gap;
    if (gap) return [partTable(name, parts), gapText(gap)];
    return kind === 'sex' ? [partTable(name, parts), gapUnknown] : partTable(name, parts);
  });
}

const gapUnknown = html`<p class="muted">
  The gap has no interval: that needs at least two known speakers of each sex. One speaker does not represent
  a group.
</p>`;

/** What the gap between two groups of speakers means, given its interval. */
function gapText({ highest, lowest, difference, low, high }: GroupGap): Html {
  const points = (share: number) => signedPercentNumber(share);
  const meaning =
    low > 0
      ? 'The interval is above 0: the recognizer works less well for one of the groups.'
      : 'The interval contains 0, so these speakers do not show whether the groups differ.';
  return html`<p class="muted">
    Gap between ${highest} and ${lowest}: ${points(difference)} points (95% interval over speakers:
    ${points(low)} to ${points(high)}). ${meaning}
  </p>`;
}

function confidenceText(): Html {
  return html`<p class="muted">
    The first chart shows the share of correct predictions by confidence: on the dashed line, the confidence
    is correct; below it, the model is overconfident. The second chart shows how well the probability of each
    emotion separates its clips from the others; an area of 0.5 is chance level, 1 is perfect.
  </p>`;
}
