import {
  createFeaturePlan,
  encoderFeatureNames,
  type FeatureDescription,
  type FeatureSource,
  type FeatureSpec,
} from '@ser/dsp';
import { createEncoder } from '../createEncoder.js';
import type { EncoderOptions } from '../encoderOptions.js';
import { encoderCard } from '../model/encoderCard.js';
import { EncoderFeatures } from './encoderFeatures.js';

/** How to run the encoder; the description says which of its layers to use. */
export type OpenFeaturesOptions = Omit<EncoderOptions, 'layers'>;

/**
 * Prepares the extraction of features from clips, with or without the feature `encoder`. Open one source, use it for all
 * clips, and close it.
 *
 * The encoder is opened only if the description uses it; otherwise the source is the plan of `createFeaturePlan`. Its
 * columns and those of other features are side by side in the order of the description.
 *
 * @throws {SerError} `invalid-feature-description`, `unsupported-feature`; `invalid-option`, `engine-unavailable`
 *
 * @example
 * const source = await openFeatures({
 *   sampleRate: 16000,
 *   features: [{ name: 'encoder', layers: [2, 3] }, { name: 'functionals' }],
 * });
 * const { data } = await source.extract(clip); // [1, 1536 + 3779]
 * await source.close?.();
 */
export async function openFeatures(
  description: FeatureDescription,
  options: OpenFeaturesOptions = {},
): Promise<FeatureSource> {
  const plan = createFeaturePlan(description);
  const { features, ...rest } = plan.description;
  const specs = features.filter(isEncoder);
  if (specs.length === 0) return plan;
  const others = features.filter((spec) => !isEncoder(spec));
  const layers = encoderCard.layers.filter((layer) => specs.some((spec) => layersOf(spec).includes(layer)));
  return new EncoderFeatures({
    plan,
    others: others.length > 0 ? createFeaturePlan({ ...rest, features: others }) : undefined,
    encoder: await createEncoder({ ...options, layers }),
    encoderNames: new Map(specs.flatMap(namesInEncoder)),
  });
}

type EncoderSpec = Extract<FeatureSpec, { readonly name: 'encoder' }>;

function isEncoder(spec: FeatureSpec): spec is EncoderSpec {
  return spec.name === 'encoder';
}

function layersOf({ layers = encoderCard.layers }: EncoderSpec) {
  return layers;
}

/** The columns of a feature `encoder`, each with the name that the encoder gives it. */
function namesInEncoder(spec: EncoderSpec): readonly (readonly [string, string])[] {
  const { prefix = '' } = spec;
  return encoderFeatureNames(layersOf(spec)).map((name) => [`${prefix}${name}`, name]);
}
