import { planeChart, type PlanePoint } from '@ser/charts';
import type { DimensionMetrics } from '../../measures/runMetrics.js';
import type { DimensionResults } from '../../training/predictDimensions.js';
import { type NamedChart, namedChart } from './namedChart.js';

/** With more clips than this, only every second, third, … is drawn. */
const maxClips = 400;

/** The predicted clips and the means of each emotion in the plane of valence and arousal, or of the first two dimensions. */
export function dimensionsChart(
  { names, predictions }: DimensionResults,
  { scores }: DimensionMetrics,
): NamedChart | undefined {
  const xAt = Math.max(0, names.indexOf('valence'));
  const arousal = names.indexOf('arousal');
  const yAt = arousal >= 0 && arousal !== xAt ? arousal : names.findIndex((_, i) => i !== xAt);
  if (yAt < 0) return undefined;
  const pointOf = (values: readonly number[]): PlanePoint => ({ x: values[xAt]!, y: values[yAt]! });
  const emotions = [...new Set(predictions.map(({ utterance }) => utterance.emotion))].sort();
  const groups = emotions.map((name) => {
    const own = predictions.filter(({ utterance }) => utterance.emotion === name);
    return {
      name,
      actual: meanOf(own.map(({ actual }) => pointOf(actual))),
      predicted: meanOf(own.map(({ predicted }) => pointOf(predicted))),
    };
  });
  const step = Math.ceil(predictions.length / maxClips);
  const items = predictions.filter((_, i) => i % step === 0).map(({ predicted }) => pointOf(predicted));
  const shown = step === 1 ? 'predicted clips' : `${items.length} of ${predictions.length} predicted clips`;
  const chart = planeChart(
    { groups, items },
    {
      ...{ xLabel: names[xAt]!, yLabel: names[yAt]!, title: `Mean of each emotion, and ${shown}` },
      ...{ xRange: scores[xAt]!.range, yRange: scores[yAt]!.range },
    },
  );
  return namedChart('dimensions', chart);
}

function meanOf(points: readonly PlanePoint[]): PlanePoint {
  const mean = (of: (point: PlanePoint) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}
