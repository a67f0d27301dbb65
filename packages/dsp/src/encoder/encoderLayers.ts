import { requireNames } from '../options/requireNames.js';

/** The layers of the speech encoder of @ser/encoder, counted from 1. */
export const encoderLayers = [1, 2, 3] as const;

/** A layer of the speech encoder, counted from 1. */
export type EncoderLayer = (typeof encoderLayers)[number];

/** Channels of each layer. */
const width = 384;

/**
 * Names of the numbers by which the speech encoder of @ser/encoder describes a clip: of each layer all means, then all
 * standard deviations; 768 per layer.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * encoderFeatureNames([2]); // 'encoder.layer2.mean.0', ..., 'encoder.layer2.std.383'
 */
export function encoderFeatureNames(layers: readonly EncoderLayer[] = encoderLayers): readonly string[] {
  requireNames('layers', layers, encoderLayers);
  return layers.flatMap((layer) =>
    ['mean', 'std'].flatMap((statistic) =>
      Array.from({ length: width }, (_, i) => `encoder.layer${layer}.${statistic}.${i}`),
    ),
  );
}
