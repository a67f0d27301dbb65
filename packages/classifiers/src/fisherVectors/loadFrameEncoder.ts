import { FisherVectorEncoder } from './fisherVectorEncoder.js';
import { FisherVectors } from './fisherVectors.js';
import type { FrameEncoder, FrameEncoderFiles } from './frameEncoder.js';
import { filled } from './frameEncoderDescription.js';
import { readEncoderFiles } from './frameEncoderFiles.js';
import { FrameTransform } from './frameTransform.js';

/**
 * Makes an encoder of what `save` gave. Its vectors are those of the saved one, bit for bit.
 *
 * @throws {SerError} `invalid-model-files` when a part is missing, cut short or something else; `file` names it
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
