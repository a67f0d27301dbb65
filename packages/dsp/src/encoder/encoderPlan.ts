import { invalidOption } from '@ser/core';
import { DspError } from '../errors.js';
import type { FeatureKind } from '../frames/featureKind.js';
import type { FramePlan } from '../frames/features.js';
import { wholeClip } from '../frames/frameLayout.js';
import { encoderFeatureNames, encoderLayers, type EncoderLayer } from './encoderLayers.js';

export interface EncoderFeatureOptions {
  /**
   * Layers of the speech encoder whose statistics describe a clip, of 1 to 3, none twice.
   *
   * @default [1, 2, 3]
   */
  readonly layers?: readonly EncoderLayer[];
}

/** Sample rate of the clips that the encoder takes, in Hz. */
const sampleRateOfEncoder = 16000;

/**
 * Describes the feature `encoder`, which @ser/encoder computes: an encoder cannot run synchronously.
 *
 * @throws {SerError} `invalid-option`, also for a sample rate other than 16 kHz
 */
class EncoderPlan implements FramePlan {
  readonly names: readonly string[];
  readonly layout = wholeClip;

  constructor({
    sampleRate,
    layers = encoderLayers,
  }: EncoderFeatureOptions & { readonly sampleRate: number }) {
    if (sampleRate !== sampleRateOfEncoder) {
      throw invalidOption('sampleRate', `${sampleRateOfEncoder} for the feature 'encoder'`, sampleRate);
    }
    this.names = encoderFeatureNames(layers);
  }

  /** One, for any length. */
  nFrames(): number {
    return 1;
  }

  /** @throws {SerError} `asynchronous-feature` */
  transform(): never {
    throw new DspError(
      'asynchronous-feature',
      "The feature 'encoder' must be computed asynchronously; `extract` of a feature plan is synchronous. Use " +
        '`openFeatures` of @ser/encoder.',
    );
  }
}

export const encoderKind: FeatureKind<EncoderFeatureOptions> = {
  optionNames: { layers: true },
  createPlan: (options) => new EncoderPlan(options),
};
