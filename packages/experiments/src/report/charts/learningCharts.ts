import { type LearningCurve, learningCurvesChart } from '@ser/charts';
import type { EpochRecord } from '@ser/models';
import type { History } from '../../measures/historyCsv.js';
import { finalFoldName } from '../../training/finalFold.js';
import { type NamedChart, namedChart } from './namedChart.js';

/** More curves than this are drawn as their mean. */
const maxCurves = 8;

/**
 * Loss, accuracy, and UAR over epochs. With several folds, training and validation have separate charts. Classifiers
 * other than networks have no curves. Each member has its own charts.
 */
export function learningCharts(histories: readonly History[]): readonly NamedChart[] {
  const members = [...new Set(histories.map(({ member }) => member))];
  return members.flatMap((name) => {
    const own = histories.filter(({ member }) => member === name);
    return chartsOf(own, members.length === 1 ? '' : ` of ${name}`);
  });
}

/** @param histories histories of one member */
function chartsOf(histories: readonly History[], of: string): readonly NamedChart[] {
  if (histories.every(({ epochs }) => epochs.length < 2)) return [];
  const plots: readonly Plot[] = [
    { title: `Loss${of}`, yLabel: 'cross-entropy, nats', training: 'loss', validation: 'validationLoss' },
    {
      title: `Accuracy${of}`,
      yLabel: 'share of clips',
      training: 'accuracy',
      validation: 'validationAccuracy',
    },
    { title: `UAR${of}`, yLabel: 'mean recall', training: 'uar', validation: 'validationUar' },
  ];
  return plots.flatMap((plot) =>
    histories.length === 1 ? [single(plot, histories[0]!)] : several(plot, histories),
  );
}

type Measure = 'loss' | 'accuracy' | 'uar' | 'validationLoss' | 'validationAccuracy' | 'validationUar';

interface Plot {
  readonly title: string;
  readonly yLabel: string;
  readonly training: Measure;
  readonly validation: Measure;
}

function single({ title, yLabel, training, validation }: Plot, { epochs }: History): NamedChart {
  const curves = [
    { name: 'training', values: valuesOf(epochs, training) },
    { name: 'validation', values: valuesOf(epochs, validation) },
  ];
  return draw(title, yLabel, curves.filter(hasValues));
}

function several(
  { title, yLabel, training, validation }: Plot,
  histories: readonly History[],
): readonly NamedChart[] {
  return [training, validation].flatMap((measure) => {
    const curves = histories
      .map(({ fold, epochs }) => ({ name: nameOf(fold), values: valuesOf(epochs, measure) }))
      .filter(hasValues);
    if (curves.length === 0) return [];
    const side = measure === training ? 'training' : 'validation';
    return draw(`${title} in ${side}, by fold`, yLabel, curves.length > maxCurves ? [mean(curves)] : curves);
  });
}

function valuesOf(epochs: readonly EpochRecord[], measure: Measure): readonly number[] {
  return epochs.flatMap((record) => record[measure] ?? []);
}

function hasValues({ values }: LearningCurve): boolean {
  return values.length > 0;
}

function mean(curves: readonly LearningCurve[]): LearningCurve {
  const length = Math.min(...curves.map(({ values }) => values.length));
  const values = Array.from({ length }, (_, epoch) => {
    return curves.reduce((sum, curve) => sum + curve.values[epoch]!, 0) / curves.length;
  });
  return { name: `mean of ${curves.length}`, values };
}

function nameOf(fold: string): string {
  return fold === finalFoldName ? 'final model' : `fold ${fold}`;
}

/** The name of the files comes from the title: `learning-loss-in-training-by-fold`. */
function draw(title: string, yLabel: string, curves: readonly LearningCurve[]): NamedChart {
  const name = `learning-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return namedChart(name, learningCurvesChart(curves, { title, yLabel }));
}
