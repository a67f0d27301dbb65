import { FisherVectorEncoder } from './fisherVectorEncoder.js';
import { FisherVectors } from './fisherVectors.js';
import type { FrameEncoder, FrameEncoderFiles } from './frameEncoder.js';
import { filled } from './frameEncoderDescription.js';
import { readEncoderFiles } from './frameEncoderFiles.js';
import { FrameTransform } from './frameTransform.js';

/**
 * Loads a saved frame encoder. Its vectors equal those of the saved one, bit for bit.
 *
 * @throws {SerError} `invalid-model-files` when a file is missing, cut short, or not a frame encoder; `file` names it
 *
 * @example
 * const encoder = loadFrameEncoder({ 'encoder.json': json, 'encoder.bin': values });
 */
export function loadFrameEncoder(files: FrameEncoderFiles): FrameEncoder {
  const { description, arrays } = readEncoderFiles(files);
  const { frameScale: scale, rotation, mixture, vectorScale } = arrays;
  const transform = new FrameTransform({ scale, rotation, bound: filled(description).bound });
  return new FisherVectorEncoder(description, new FisherVectors(transform, mixture), vectorScale);
}
