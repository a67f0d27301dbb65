import {
  checkFeatureWeights,
  describeFeatureWeights,
  titleFeatureWeights,
  weightiest,
  type FeatureWeightsSvgOptions,
} from './featureWeightsSvg.js';
import { type VegaSpec, vegaSpec } from './vegaSpec.js';

/**
 * The weights of a linear model, of its weightiest features, as a Vega-Lite specification.
 *
 * @throws {SerError} as `featureWeightsSvg`
 */
export function featureWeightsVega(options: FeatureWeightsSvgOptions): VegaSpec {
  const { labels } = checkFeatureWeights(options);
  const values = weightiest(options).flatMap(({ name, weights }) =>
    weights.map((weight, i) => ({ feature: name, class: labels[i]!, weight })),
  );
  const y = { field: 'feature', type: 'nominal', sort: null };
  const x = { field: 'class', type: 'nominal', sort: null };
  const color = {
    field: 'weight',
    type: 'quantitative',
    scale: { scheme: 'blueorange', reverse: true, domainMid: 0 },
  };
  return vegaSpec({
    title: titleFeatureWeights(options),
    description: describeFeatureWeights(options),
    values,
    view: { mark: { type: 'rect', tooltip: true }, encoding: { x, y, color } },
  });
}
