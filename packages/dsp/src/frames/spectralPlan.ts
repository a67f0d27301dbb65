import { finiteSamplesSteps } from '../audio/checkClip.js';
import { requireLength } from '../options/requireLength.js';
import { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import type { SpectrogramOptions } from '../spectrum/spectrogramOptions.js';
import { framesPerStep, runSteps, type Steps } from '../steps/steps.js';
import type { FramePlan } from './features.js';
import type { FrameLayout } from './frameLayout.js';

/** Framing and window of a feature of spectra: the options of `spectrogram` without `power`. */
export type SpectralFeatureOptions = Omit<SpectrogramOptions, 'power'>;

/**
 * A feature computed from the spectrum of each frame. Plans with the same spectrogram options can share the spectra of a
 * clip: the Fourier transforms are the expensive part.
 */
export abstract class SpectralPlan implements FramePlan {
  abstract readonly names: readonly string[];
  readonly #spectrum: FrameSpectrum;

  constructor(options: SpectralFeatureOptions) {
    this.#spectrum = new FrameSpectrum(options);
  }

  /** Spectrogram options with defaults filled in. */
  get spectrogramOptions(): Required<SpectralFeatureOptions> {
    return this.#spectrum.options;
  }

  get layout(): FrameLayout {
    const { nFft, hopLength, center } = this.spectrogramOptions;
    return { frameLength: nFft, hopLength, center };
  }

  /**
   * Number of frames in a clip of `nSamples`.
   *
   * @throws {SerError} `clip-too-short`
   */
  nFrames(nSamples: number): number {
    return this.#spectrum.nFrames(nSamples);
  }

  /**
   * The values of the feature, of shape `[nFrames, names.length]`.
   *
   * @param output filled and returned; if given, only buffers for the longest clip so far are allocated
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(samples: Float32Array, output?: Float32Array): Float32Array {
    return runSteps(this.steps(samples, output));
  }

  *steps(
    samples: Float32Array,
    output: Float32Array = new Float32Array(this.nFrames(samples.length) * this.names.length),
  ): Steps<Float32Array> {
    yield* SpectralPlan.stepsTogether([this], samples, [output]);
    return output;
  }

  /**
   * Runs plans with the same spectrogram options over the spectra of one clip, each with its own output, in steps.
   *
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  static *stepsTogether(
    plans: readonly SpectralPlan[],
    samples: Float32Array,
    outputs: readonly Float32Array[],
  ): Steps<void> {
    const spectrum = plans[0]!.#spectrum;
    const nFrames = spectrum.nFrames(samples.length);
    plans.forEach(({ names }, i) => requireLength('output', outputs[i]!, nFrames * names.length));
    yield* finiteSamplesSteps(samples);
    spectrum.begin();
    for (const plan of plans) {
      plan.begin?.(nFrames);
      plan.reserve?.(spectrum);
    }
    const perFrame = plans
      .map((plan, i) => ({ plan, output: outputs[i]! }))
      .filter(({ plan }) => 'writeRow' in plan);
    for (let first = 0; first < nFrames; first += spectrum.framesAtOnce) {
      if (first > 0 && first % framesPerStep === 0) {
        yield;
        SpectralPlan.#resume(plans, spectrum);
      }
      const count = Math.min(spectrum.framesAtOnce, nFrames - first);
      spectrum.read(samples, first);
      for (let i = 0; i < plans.length; i++) plans[i]!.writeRows?.(spectrum, first, count, outputs[i]!);
      for (let i = 0; perFrame.length > 0 && i < count; i++) {
        spectrum.select(i);
        for (const { plan, output } of perFrame) plan.writeRow!(spectrum, first + i, output);
      }
    }
    for (let i = 0; i < plans.length; i++) {
      yield;
      SpectralPlan.#resume(plans, spectrum);
      plans[i]!.finish?.(nFrames, outputs[i]!, spectrum);
    }
  }

  /** Continues a clip: another plan may have used the memory since the last step. */
  static #resume(plans: readonly SpectralPlan[], spectrum: FrameSpectrum): void {
    if (spectrum.ownsMemory) return;
    spectrum.begin();
    for (const plan of plans) plan.reserve?.(spectrum);
  }

  /** Prepares for a clip of `nFrames`. */
  protected begin?(nFrames: number): void;

  /** Reserves memory of the kernel of the spectrum again, after another plan may have overwritten it. */
  protected reserve?(spectrum: FrameSpectrum): void;

  /** Writes the row of the selected frame, or stores what `finish` needs. Frames are passed in order. */
  protected writeRow?(spectrum: FrameSpectrum, frame: number, output: Float32Array): void;

  /** Like `writeRow`, for `count` frames from `first` on, those that `spectrum` has read. */
  protected writeRows?(spectrum: FrameSpectrum, first: number, count: number, output: Float32Array): void;

  /** Writes values that depend on the whole clip. */
  protected finish?(nFrames: number, output: Float32Array, spectrum: FrameSpectrum): void;
}
