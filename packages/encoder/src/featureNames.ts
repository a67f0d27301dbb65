import { requireOneOf } from '@ser/core';
import { EncoderError } from './errors.js';
import { encoderCard } from './model/encoderCard.js';

/** A layer of the encoder, counted from 1. */
export type EncoderLayer = (typeof encoderCard.layers)[number];

/**
 * Names of the numbers that describe a clip: of each layer all means, then all standard deviations.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * encoderFeatureNames([2]); // 'encoder.layer2.mean.0', ..., 'encoder.layer2.std.383'
 */
export function encoderFeatureNames(layers: readonly EncoderLayer[] = encoderCard.layers): readonly string[] {
  requireLayers(layers);
  return layers.flatMap((layer) =>
    ['mean', 'std'].flatMap((statistic) =>
      Array.from({ length: encoderCard.width }, (_, i) => `encoder.layer${layer}.${statistic}.${i}`),
    ),
  );
}

/** @throws {SerError} `invalid-option` unless there is at least one layer, none twice */
export function requireLayers(layers: readonly EncoderLayer[]): void {
  layers.forEach((layer, i) => requireOneOf(`layers[${i}]`, layer, encoderCard.layers));
  if (layers.length > 0 && new Set(layers).size === layers.length) return;
  throw new EncoderError(
    'invalid-option',
    `\`layers\` must have at least one layer and none twice; got [${layers.join(', ')}].`,
  );
}
