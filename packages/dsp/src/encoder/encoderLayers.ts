import { requireNames } from '../options/requireNames.js';

/** The layers of the bundled speech encoder of @ser/encoder, counted from 1. */
export const encoderLayers = [1, 2, 3] as const;

/** Channels of each layer of the bundled encoder. */
const width = 384;

/** Statistics of a channel over the time of a clip: its mean and its standard deviation. */
export const encoderStatistics = ['mean', 'std'] as const;
export type EncoderStatistic = (typeof encoderStatistics)[number];

/**
 * Names of the numbers by which the bundled speech encoder of @ser/encoder describes a clip: of each layer all means,
 * then all standard deviations; 768 per layer.
 *
 * @param layers of 1 to 3, none twice
 * @param statistics in the order of the names, none twice
 * @throws {SerError} `invalid-option`
 *
 * @example
 * encoderFeatureNames([2]); // 'encoder.layer2.mean.0', ..., 'encoder.layer2.std.383'
 */
export function encoderFeatureNames(
  layers: readonly number[] = encoderLayers,
  statistics: readonly EncoderStatistic[] = encoderStatistics,
): readonly string[] {
  requireNames('layers', layers, encoderLayers);
  requireNames('statistics', statistics, encoderStatistics);
  return layerStatisticNames(layers, width, statistics);
}

/** The same of any encoder with layers of `width` channels. */
export function layerStatisticNames(
  layers: readonly number[],
  width: number,
  statistics: readonly EncoderStatistic[] = encoderStatistics,
): readonly string[] {
  return layers.flatMap((layer) =>
    statistics.flatMap((statistic) =>
      Array.from({ length: width }, (_, i) => `encoder.layer${layer}.${statistic}.${i}`),
    ),
  );
}
