import { requireInteger, requireOneOf } from '@ser/core';
import { finiteSamplesSteps } from '../audio/checkClip.js';
import { requireLength } from '../options/requireLength.js';
import { hopBounds, requireFrameLength } from '../options/sizeLimits.js';
import { framesPerStep, runSteps, type Steps } from '../steps/steps.js';
import { Framing } from '../spectrum/framing.js';
import { padModes, type PadMode } from '../spectrum/spectrogramOptions.js';
import type { OptionNames } from './featureKind.js';
import type { FramePlan } from './features.js';
import type { FrameLayout } from './frameLayout.js';

/** Framing of a feature of samples. */
export interface FramewiseOptions {
  /**
   * Length of a frame, in samples: an integer from 1 to 65536.
   *
   * @default 2048
   */
  readonly frameLength?: number;
  /**
   * Step from one frame to the next, in samples: an integer from 1 to 2^22.
   *
   * @default 512
   */
  readonly hopLength?: number;
  /**
   * Whether frame `t` is centered on sample `t * hopLength`, with `floor(frameLength / 2)` samples of padding on both
   * sides, or starts there, without padding.
   *
   * @default true
   */
  readonly center?: boolean;
}

/** The common options of all features of samples. */
export const framewiseOptionNames: OptionNames<FramewiseOptions> = {
  frameLength: true,
  hopLength: true,
  center: true,
};

/** A feature with one number per frame, computed from the samples of the frame. */
export abstract class FramewisePlan implements FramePlan {
  abstract readonly names: readonly [string];
  readonly layout: FrameLayout;
  readonly #framing: Framing;
  readonly #frames: readonly [Float64Array, Float64Array];

  constructor(options: FramewiseOptions & { readonly padMode: PadMode }) {
    const { frameLength = 2048, hopLength = 512, center = true, padMode } = options;
    requireFrameLength('frameLength', frameLength, 1);
    requireInteger('hopLength', hopLength, hopBounds);
    requireOneOf('center', center, [true, false]);
    requireOneOf('padMode', padMode, padModes);
    this.layout = { frameLength, hopLength, center };
    this.#framing = new Framing(
      { nFft: frameLength, winLength: frameLength, window: 'ones', hopLength, center, padMode },
      'frameLength',
    );
    this.#frames = [new Float64Array(frameLength), new Float64Array(frameLength)];
  }

  /**
   * Number of frames in a clip of `nSamples`.
   *
   * @throws {SerError} `clip-too-short`
   */
  nFrames(nSamples: number): number {
    return this.#framing.nFrames(nSamples);
  }

  /**
   * The values of the feature, of shape `[nFrames, 1]`.
   *
   * @param output filled and returned; allocates nothing when given
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(samples: Float32Array, output?: Float32Array): Float32Array {
    return runSteps(this.steps(samples, output));
  }

  *steps(
    samples: Float32Array,
    output: Float32Array = new Float32Array(this.nFrames(samples.length)),
  ): Steps<Float32Array> {
    const nFrames = this.nFrames(samples.length);
    requireLength('output', output, nFrames);
    yield* finiteSamplesSteps(samples);
    let [frame, next] = this.#frames;
    this.#framing.read(samples, 0, frame);
    for (let i = 0; i < nFrames; i++) {
      if (i % framesPerStep === 0) yield;
      if (i + 1 < nFrames) this.#framing.read(samples, i + 1, next);
      output[i] = this.measure(frame, next, i);
      [frame, next] = [next, frame];
    }
    return output;
  }

  /**
   * @param frame samples of shape `[frameLength]`
   * @param next those of the next frame; of the last frame, any
   * @param index of the frame, from 0 on
   */
  protected abstract measure(frame: Float64Array, next: Float64Array, index: number): number;
}
