import type { OnnxTensor } from '@ser/onnx/runtime';
import { EncoderError } from '../errors.js';
import type { PooledStatistics } from '../windows/combineStatistics.js';

/**
 * Mean and standard deviation of every channel of some layers over positions.
 *
 * @param layers of shape `[1, nPositions, width]`
 * @param positions those to pool, at least one
 * @returns both of shape `[nLayers * width]`
 */
export function poolLayers(
  layers: readonly Float32Array[],
  width: number,
  positions: readonly number[],
): PooledStatistics {
  const mean = new Float32Array(layers.length * width);
  const std = new Float32Array(layers.length * width);
  layers.forEach((layer, i) => {
    for (let channel = 0; channel < width; channel++) {
      const center = average(positions, (position) => layer[position * width + channel]!);
      const variance = average(positions, (position) => (layer[position * width + channel]! - center) ** 2);
      mean[i * width + channel] = center;
      std[i * width + channel] = Math.sqrt(variance);
    }
  });
  return { weight: positions.length, mean, std };
}

function average(positions: readonly number[], valueAt: (position: number) => number): number {
  let sum = 0;
  for (const position of positions) sum += valueAt(position);
  return sum / positions.length;
}

/** The numbers of a layer. @throws {SerError} `unsupported-encoder` unless it is float32 of the expected shape */
export function requireLayer(
  { type, dims, data }: OnnxTensor,
  nPositions: number,
  width: number,
): Float32Array {
  const expected = [1, nPositions, width];
  if (type === 'float32' && dims.join() === expected.join()) return data as Float32Array;
  throw new EncoderError(
    'unsupported-encoder',
    `Each layer must be float32 [${expected.join(', ')}], as \`config.json\` says; the graph computes ${type} ` +
      `[${dims.join(', ')}]. Choose a \`file\` of this model with float32 outputs.`,
  );
}
