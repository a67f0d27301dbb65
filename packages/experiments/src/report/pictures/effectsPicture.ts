import { featureWeightsSvg, featureWeightsVega } from '@ser/charts';
import type { Explanation } from '../../measures/explain/explanation.js';
import { picture } from './picture.js';
import type { Picture } from './picture.js';
import { PICTURE_WIDTH } from './width.js';

/** The features of a linear model with the strongest effects, and which emotions they speak for. */
export function effectsPicture({ labels, features }: Explanation): Picture | undefined {
  if (features.length === 0) return undefined;
  const weights = features.map(({ effects }) => effects);
  const names = features.map(({ name }) => name);
  const title = 'What single features speak for';
  const options = { weights, names, labels, title, width: PICTURE_WIDTH };
  return picture('feature-effects', options, [featureWeightsSvg, featureWeightsVega]);
}
