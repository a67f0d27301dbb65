import type { FeatureDescription, FeatureSource } from '@ser/dsp';
import { importEncoder } from './optionalPackages.js';

/**
 * Opens features that a speech encoder computes, with the optional package `@ser/encoder`.
 *
 * @throws {SerError} `package-missing`, `engine-unavailable`
 */
export async function openEncoderFeatures(description: FeatureDescription): Promise<FeatureSource> {
  const { openFeatures } = await importEncoder();
  return openFeatures(description);
}
