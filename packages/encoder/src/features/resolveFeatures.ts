import { requireOneOf } from '@ser/core';
import { type FeatureDescription, parseFeatureDescription } from '@ser/dsp';
import type { SpeechEncoder } from '../speechEncoder.js';
import { type EncoderSpec, isEncoder } from './encoderSpecs.js';
import { closeAll, openEncoders } from './openEncoders.js';
import type { OpenFeaturesOptions } from './openFeaturesOptions.js';

/**
 * Fills in what a description does not say about its encoders: the `width` and `sha256` of every feature `encoder` with a
 * `model`. From then on its columns are known, and any other encoder is refused.
 *
 * Each such encoder is opened once, which downloads it if necessary. Other descriptions are returned as they are.
 *
 * @throws {SerError} `invalid-feature-description`, `unsupported-feature`; as `createEncoder`
 *
 * @example
 * const features = [{ name: 'encoder', model: './wavlm-base', layers: [6, 7] }] as const;
 * const resolved = await resolveFeatures({ sampleRate: 16000, features });
 * createFeaturePlan(resolved).names[17]; // 'encoder.layer6.mean.17'
 */
export async function resolveFeatures(
  description: FeatureDescription,
  options: OpenFeaturesOptions = {},
): Promise<FeatureDescription> {
  const checked = parseFeatureDescription(description);
  const unresolved = checked.features.filter(isEncoder).filter(isUnresolved);
  if (unresolved.length === 0) return checked;
  const encoders = await openEncoders(unresolved, options);
  await closeAll(encoders.values());
  return withIdentities(checked, encoders);
}

function isUnresolved({ model, width, sha256 }: EncoderSpec): boolean {
  return model !== undefined && (width === undefined || sha256 === undefined);
}

/** The description with the width and checksum of each encoder that has been opened. */
export function withIdentities(
  description: FeatureDescription,
  encoders: ReadonlyMap<EncoderSpec, SpeechEncoder>,
): FeatureDescription {
  const features = description.features.map((spec) => {
    if (!isEncoder(spec) || spec.model === undefined) return spec;
    const encoder = encoders.get(spec);
    if (encoder === undefined) return spec;
    requireOneOf('width', spec.width ?? encoder.width, [encoder.width]);
    return { ...spec, width: encoder.width, sha256: encoder.sha256 };
  });
  return parseFeatureDescription({ ...description, features });
}
