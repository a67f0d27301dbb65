import { createEncoder } from '../createEncoder.js';
import type { SpeechEncoder } from '../speechEncoder.js';
import { type EncoderSpec, groupedByEncoder, layersOfAll } from './encoderSpecs.js';
import type { OpenFeaturesOptions } from './openFeaturesOptions.js';

/**
 * Opens the encoders of features: one for all features with the same encoder. If one cannot be opened, the others are
 * closed.
 *
 * @throws {SerError} as `createEncoder`
 */
export async function openEncoders(
  specs: readonly EncoderSpec[],
  { locate = (model) => model, ...options }: OpenFeaturesOptions,
): Promise<ReadonlyMap<EncoderSpec, SpeechEncoder>> {
  const opened = new Map<EncoderSpec, SpeechEncoder>();
  try {
    for (const group of groupedByEncoder(specs)) {
      const { model, file, sha256 } = group[0]!;
      const named = model === undefined ? {} : { model: locate(model), file, sha256 };
      const encoder = await createEncoder({ ...options, ...named, layers: layersOfAll(group) });
      for (const spec of group) opened.set(spec, encoder);
    }
    return opened;
  } catch (error) {
    await closeAll(opened.values());
    throw error;
  }
}

/** Closes encoders, of which one may be named several times. */
export async function closeAll(encoders: Iterable<SpeechEncoder>): Promise<void> {
  await Promise.all([...new Set(encoders)].map((encoder) => encoder.close()));
}
