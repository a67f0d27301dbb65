import { featureWeightsSvg, featureWeightsVega } from '@ser/charts';
import type { Explanation } from '../../measures/explain/explanation.js';
import { namedChart } from './namedChart.js';
import type { NamedChart } from './namedChart.js';
import { chartWidth } from './chartWidth.js';

/** The features of a linear model with the strongest effects, and which emotions they speak for. */
export function effectsChart({ labels, features }: Explanation): NamedChart | undefined {
  if (features.length === 0) return undefined;
  const weights = features.map(({ effects }) => effects);
  const names = features.map(({ name }) => name);
  const title = 'What single features speak for';
  const options = { weights, names, labels, title, width: chartWidth };
  return namedChart('feature-effects', options, [featureWeightsSvg, featureWeightsVega]);
}
