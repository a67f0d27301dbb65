import type { AudioClip } from '../audioClip.js';
import { featuresOf, numberedNames, type FeaturePlan, type Features } from '../features/features.js';
import { LogMelPlan, type LogMelOptions } from '../mel/logMel.js';
import { requireInteger, requireLength, requireNumber } from '../requireOption.js';
import { DctPlan } from './dctPlan.js';

export interface MfccOptions extends LogMelOptions {
  /**
   * Number of coefficients, an integer in [1, nMels].
   *
   * @default 20
   */
  readonly nMfcc?: number;
  /**
   * Strength of the sine lifter that evens out the size of the coefficients, >= 0; 0 leaves them as they are.
   *
   * @default 0
   */
  readonly lifter?: number;
}

/**
 * MFCCs of many clips with the same settings.
 *
 * @throws {DspError} `invalid-option`
 *
 * @example
 * const plan = new MfccPlan({ sampleRate: 16000, nFft: 512, hopLength: 160, nMels: 40, nMfcc: 13 });
 * const coefficients = plan.transform(clip.samples); // [nFrames, 13]
 */
export class MfccPlan implements FeaturePlan {
  readonly names: readonly string[];
  readonly #logMel: LogMelPlan;
  readonly #dct: DctPlan;
  readonly #lifter: Float64Array;
  #levels = new Float32Array(0);

  constructor(options: MfccOptions & { readonly sampleRate: number }) {
    const { nMfcc = 20, lifter = 0 } = options;
    this.#logMel = new LogMelPlan(options);
    const nMels = this.#logMel.names.length;
    requireInteger('nMfcc', nMfcc, { min: 1, max: nMels, mend: 'Raise `nMels` to get more coefficients.' });
    requireNumber('lifter', lifter, { min: 0 });
    this.#dct = new DctPlan(nMels, { nCoefficients: nMfcc });
    this.#lifter = lifterWeights(nMfcc, lifter);
    this.names = numberedNames('mfcc', nMfcc);
  }

  /**
   * Frames in a clip of `nSamples`.
   *
   * @throws {DspError} `clip-too-short`
   */
  nFrames(nSamples: number): number {
    return this.#logMel.nFrames(nSamples);
  }

  /**
   * Coefficients of shape `[nFrames, nMfcc]`.
   *
   * @param output filled and returned; allocates nothing when given, unless the clip is the longest so far
   * @throws {DspError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(
    samples: Float32Array,
    output: Float32Array = new Float32Array(this.nFrames(samples.length) * this.names.length),
  ): Float32Array {
    const nFrames = this.nFrames(samples.length);
    requireLength('output', output, nFrames * this.names.length);
    const levels = this.#logMel.transform(samples, this.#levelsOf(nFrames));
    for (let frame = 0; frame < nFrames; frame++) this.#transformFrame(levels, frame, output);
    return output;
  }

  #transformFrame(levels: Float32Array, frame: number, output: Float32Array): void {
    const { size, nCoefficients } = this.#dct;
    const start = frame * nCoefficients;
    this.#dct.transformRow(levels, frame * size, output, start);
    for (let k = 0; k < nCoefficients; k++) output[start + k]! *= this.#lifter[k]!;
  }

  #levelsOf(nFrames: number): Float32Array {
    const length = nFrames * this.#dct.size;
    if (this.#levels.length < length) this.#levels = new Float32Array(length);
    return this.#levels.subarray(0, length);
  }
}

/**
 * Mel-frequency cepstral coefficients, the cosine transform of the log-mel spectrogram: the shape of the vocal
 * tract in a few numbers, of shape `[nFrames, nMfcc]`.
 *
 * @throws {DspError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.mfcc, https://librosa.org/doc/0.11.0/generated/librosa.feature.mfcc.html
 *
 * @example
 * const { data, nFrames, nFeatures } = mfcc(clip, { nMfcc: 40 });
 */
export function mfcc(clip: AudioClip, options: MfccOptions = {}): Features {
  return featuresOf(new MfccPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

/** `1 + lifter / 2 * sin(π (k + 1) / lifter)`, as librosa and HTK weight coefficient k. */
function lifterWeights(nMfcc: number, lifter: number): Float64Array {
  return Float64Array.from({ length: nMfcc }, (_, k) =>
    lifter === 0 ? 1 : 1 + (lifter / 2) * Math.sin((Math.PI * (k + 1)) / lifter),
  );
}
