import { featureWeightsChart } from '@ser/charts';
import type { Explanation } from '../../measures/explain/explanation.js';
import { type NamedChart, namedChart } from './namedChart.js';

/** The features of a linear model with the largest effects, and the emotions they speak for. */
export function effectsChart({ labels, features }: Explanation): NamedChart | undefined {
  if (features.length === 0) return undefined;
  const weights = features.map(({ effects }) => effects);
  const names = features.map(({ name }) => name);
  const chart = featureWeightsChart({ weights, names, labels }, { title: 'Effects of single features' });
  return namedChart('feature-effects', chart);
}
