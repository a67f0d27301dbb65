import { speakerKey } from '@ser/datasets';
import { ccc, mae, pearson, valueIntervals } from '@ser/metrics';
import type { Recipe } from '../recipe/recipe.js';
import type { DimensionResults } from '../training/predictDimensions.js';
import type { DimensionMetrics, DimensionScore, DimensionScores } from './runMetrics.js';

export interface DimensionMeasuresOptions extends Pick<Recipe, 'dimensions'> {
  /** Seed of the bootstrap. */
  readonly seed: number;
}

/** CCC, Pearson correlation, and mean absolute error of each dimension, over the test clips of all folds. */
export function dimensionMeasures(
  { names, predictions }: DimensionResults,
  { dimensions = [], seed }: DimensionMeasuresOptions,
): DimensionMetrics {
  const speakers = predictions.map(({ utterance }) => utterance);
  const areKnown = speakers.every(({ speaker }) => speaker !== undefined);
  const groups = speakers.map(speakerKey);
  const hasIntervals = areKnown && new Set(groups).size > 1;
  const scores = names.map((name, at): DimensionScores => {
    const pair = {
      actual: predictions.map(({ actual }) => actual[at]!),
      predicted: predictions.map(({ predicted }) => predicted[at]!),
    };
    const range = dimensions.find((dimension) => dimension.name === name)?.range ?? rangeOf(pair.actual);
    const intervals = hasIntervals ? valueIntervals({ ...pair, groups, seed }) : undefined;
    const scored = (score: 'ccc' | 'pearson' | 'mae', value: number): DimensionScore => {
      const interval = intervals?.[score];
      return { value, interval: interval ? { low: interval.low, high: interval.high } : null };
    };
    return {
      ...{ name, range },
      ccc: scored('ccc', ccc(pair)),
      pearson: scored('pearson', pearson(pair)),
      mae: scored('mae', mae(pair)),
    };
  });
  return { clips: predictions.length, speakers: areKnown ? new Set(groups).size : 0, scores };
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return [low, high > low ? high : low + 1];
}
