import type { FeatureDescription, FeatureSource } from '@ser/dsp';
import { importEncoder } from './optionalPackages.js';

/**
 * Opens features that a speech encoder computes, with the optional package `@ser/encoder`.
 *
 * A model is data from someone else, so an address in it is never requested: an encoder that it names by URL must be in
 * the cache.
 *
 * @throws {SerError} `package-missing`; as `openFeatures` of @ser/encoder
 */
export async function openEncoderFeatures(description: FeatureDescription): Promise<FeatureSource> {
  const { openFeatures } = await importEncoder();
  return openFeatures(description, { offline: true });
}
