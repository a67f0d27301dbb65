import {
  createFeaturePlan,
  type FeatureDescription,
  type FeatureSource,
  parseFeatureDescription,
} from '@ser/dsp';
import { EncoderFeatures } from './encoderFeatures.js';
import { columnsOf, isEncoder } from './encoderSpecs.js';
import { closeAll, openEncoders } from './openEncoders.js';
import type { OpenFeaturesOptions } from './openFeaturesOptions.js';
import { withIdentities } from './resolveFeatures.js';

/**
 * Prepares the extraction of features from clips, with or without the feature `encoder`. Open one source, use it for all
 * clips, and close it.
 *
 * Encoders are opened only if the description uses them; otherwise the source is the plan of `createFeaturePlan`. Their
 * columns and those of other features are side by side in the order of the description. The `description` of the source
 * has the `width` and `sha256` of every encoder with a `model`.
 *
 * @throws {SerError} `invalid-feature-description`, `unsupported-feature`; as `createEncoder`
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
  const checked = parseFeatureDescription(description);
  const { features, ...rest } = checked;
  const specs = features.filter(isEncoder);
  if (specs.length === 0) return createFeaturePlan(checked);
  const others = features.filter((spec) => !isEncoder(spec));
  const encoders = await openEncoders(specs, options);
  try {
    return new EncoderFeatures({
      plan: createFeaturePlan(withIdentities(checked, encoders)),
      others: others.length > 0 ? createFeaturePlan({ ...rest, features: others }) : undefined,
      encoders: [...new Set(encoders.values())],
      encoderColumns: new Map(specs.flatMap((spec) => columnsOf(spec, encoders.get(spec)!))),
    });
  } catch (error) {
    await closeAll(encoders.values());
    throw error;
  }
}
