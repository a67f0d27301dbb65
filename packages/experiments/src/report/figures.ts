import { confusionMatrixSvg, learningCurvesSvg, perClassSvg } from '@ser/metrics';
import type { Curve } from '@ser/metrics';
import type { EpochRecord } from '@ser/models';
import { REFIT } from '../finalFold.js';
import type { History } from '../historyCsv.js';
import type { Measures } from '../runMetrics.js';
import { Html, html } from './html.js';

/** More curves than this are drawn as their mean. */
const MOST_CURVES = 8;

/** Which clips were taken for what, and how many of each emotion were answered right. */
export function confusionFigures({ confusion, perClass, chance }: Measures, labels: readonly string[]): Html {
  const matrix = confusionMatrixSvg({
    matrix: confusion,
    labels,
    title: 'What was heard, and what was answered',
  });
  const bars = perClassSvg({
    scores: perClass,
    labels,
    chance,
    title: 'Answered right, of each emotion (recall)',
  });
  return pair([matrix, bars].map(figure));
}

/** Loss, accuracy and UAR over epochs; with several networks, training and validation stand apart. */
export function learningFigures(histories: readonly History[]): Html {
  const plots: readonly Plot[] = [
    { title: 'Loss', yLabel: 'cross-entropy, nats', training: 'loss', validation: 'validationLoss' },
    { title: 'Accuracy', yLabel: 'share of clips', training: 'accuracy', validation: 'validationAccuracy' },
    { title: 'UAR', yLabel: 'mean recall', training: 'uar', validation: 'validationUar' },
  ];
  const figures = plots.flatMap((plot) =>
    histories.length === 1 ? [single(plot, histories[0]!)] : several(plot, histories),
  );
  return pair(figures);
}

type Measure = 'loss' | 'accuracy' | 'uar' | 'validationLoss' | 'validationAccuracy' | 'validationUar';

interface Plot {
  readonly title: string;
  readonly yLabel: string;
  readonly training: Measure;
  readonly validation: Measure;
}

function single({ title, yLabel, training, validation }: Plot, { epochs }: History): Html {
  const curves = [
    { name: 'training', values: valuesOf(epochs, training) },
    { name: 'validation', values: valuesOf(epochs, validation) },
  ];
  return draw(title, yLabel, curves.filter(hasValues));
}

function several(
  { title, yLabel, training, validation }: Plot,
  histories: readonly History[],
): readonly Html[] {
  return [training, validation].flatMap((measure) => {
    const curves = histories
      .map(({ fold, epochs }) => ({ name: nameOf(fold), values: valuesOf(epochs, measure) }))
      .filter(hasValues);
    if (curves.length === 0) return [];
    const side = measure === training ? 'training' : 'validation';
    return draw(
      `${title} in ${side}, by fold`,
      yLabel,
      curves.length > MOST_CURVES ? [mean(curves)] : curves,
    );
  });
}

function valuesOf(epochs: readonly EpochRecord[], measure: Measure): readonly number[] {
  return epochs.flatMap((record) => record[measure] ?? []);
}

function hasValues({ values }: Curve): boolean {
  return values.length > 0;
}

function mean(curves: readonly Curve[]): Curve {
  const length = Math.min(...curves.map(({ values }) => values.length));
  const values = Array.from({ length }, (_, epoch) => {
    return curves.reduce((sum, curve) => sum + curve.values[epoch]!, 0) / curves.length;
  });
  return { name: `mean of ${curves.length}`, values };
}

function nameOf(fold: string): string {
  return fold === REFIT ? 'final model' : `fold ${fold}`;
}

function draw(title: string, yLabel: string, curves: readonly Curve[]): Html {
  return figure(learningCurvesSvg({ title, yLabel, xLabel: 'epoch', curves }));
}

function figure(svg: string): Html {
  return html`<figure>${new Html(svg)}</figure>`;
}

/** Figures side by side where there is room. */
function pair(figures: readonly Html[]): Html {
  return html`<div class="figures">${figures}</div>`;
}
