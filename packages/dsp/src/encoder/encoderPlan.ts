import { invalidOption } from '@ser/core';
import { DspError } from '../errors.js';
import type { FeatureKind } from '../frames/featureKind.js';
import type { FramePlan } from '../frames/features.js';
import { wholeClip } from '../frames/frameLayout.js';
import { type EncoderFeatureOptions, requireEncoderOptions } from './encoderFeatureOptions.js';
import { encoderFeatureNames, layerStatisticNames } from './encoderLayers.js';

/** Sample rate of the clips that encoders take, in Hz. */
const sampleRateOfEncoder = 16000;

/**
 * Describes the feature `encoder`, which @ser/encoder computes: an encoder cannot run synchronously.
 *
 * @throws {SerError} `invalid-option`, also for a sample rate other than 16 kHz
 */
class EncoderPlan implements FramePlan {
  readonly layout = wholeClip;
  readonly #options: EncoderFeatureOptions;

  constructor({ sampleRate, ...options }: EncoderFeatureOptions & { readonly sampleRate: number }) {
    if (sampleRate !== sampleRateOfEncoder) {
      throw invalidOption('sampleRate', `${sampleRateOfEncoder} for the feature 'encoder'`, sampleRate);
    }
    requireEncoderOptions(options);
    this.#options = options;
  }

  /** @throws {SerError} `unresolved-encoder` */
  get names(): readonly string[] {
    const { layers, statistics, model, width } = this.#options;
    if (model === undefined) return encoderFeatureNames(layers, statistics);
    if (!isUnresolved(this.#options)) return layerStatisticNames(layers!, width!, statistics);
    throw new DspError(
      'unresolved-encoder',
      `The columns of the encoder '${model}' are known after it has been opened. Pass the description to ` +
        '`resolveFeatures` of @ser/encoder, which fills in `width` and `sha256`.',
    );
  }

  /** One, for any length. */
  nFrames(): number {
    return 1;
  }

  /** @throws {SerError} `asynchronous-feature` */
  steps(): never {
    return this.transform();
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

/** Whether a feature names an encoder whose width and checksum have not been filled in. */
export function isUnresolved({ model, width, sha256 }: EncoderFeatureOptions): boolean {
  return model !== undefined && (width === undefined || sha256 === undefined);
}

export const encoderKind: FeatureKind<EncoderFeatureOptions> = {
  optionNames: { layers: true, statistics: true, model: true, file: true, width: true, sha256: true },
  createPlan: (options) => new EncoderPlan(options),
};
