import { CircularAutocorrelation } from '../../fft/circularAutocorrelation.js';
import { windowOf } from '../../spectrum/windowOf.js';
import { pitchFrameLength } from '../framing.js';
import type { PaddedSamples } from '../paddedSamples.js';
import { AutocorrelationKernel } from './autocorrelationKernel.js';

/** Length of the Fourier transform of a pitch frame, in samples: longer than a frame plus all lags in use. */
const nFft = 1024;
/** Frames with less energy than this have an autocorrelation near 0. */
const leastEnergy = 1e-10;

/**
 * Normalized autocorrelation of each pitch frame, divided by that of its window: near 1 at lag 0 and at the lags of a
 * period, independent of loudness.
 *
 * @see P. Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a
 * sampled sound", 1993
 */
export class PitchAutocorrelation {
  /** Autocorrelation of the frame read last, of shape `[nLags]`. */
  readonly values: Float64Array;
  readonly #window = windowOf('hann', pitchFrameLength);
  readonly #windowed = new Float64Array(nFft);
  readonly #plan = new CircularAutocorrelation(nFft);
  /** What computes the autocorrelation, if it is not TypeScript. */
  readonly #kernel: AutocorrelationKernel | undefined;
  /** Inverse of the normalized autocorrelation of the window. */
  readonly #inverseOfWindow: Float64Array;

  /** @param nLags number of lags from 0 on: even, at most 512 */
  constructor(nLags: number) {
    this.values = new Float64Array(nLags);
    this.#kernel = AutocorrelationKernel.open({ window: this.#window, nFft, nLags });
    this.#windowed.set(this.#window);
    this.#plan.transform(this.#windowed, this.values);
    this.#inverseOfWindow = this.values.map((value) => this.values[0]! / value);
  }

  read(samples: PaddedSamples, frame: number): void {
    const values = this.values;
    if (this.#kernel) this.#kernel.read(samples, frame, values);
    else {
      this.#readWindowed(samples, frame);
      this.#plan.transform(this.#windowed, values);
    }
    const ofWindow = this.#inverseOfWindow;
    const scale = 1 / Math.max(values[0]!, leastEnergy);
    for (let lag = 0; lag < values.length; lag++) values[lag]! *= scale * ofWindow[lag]!;
  }

  /** Reads a frame without its mean. */
  #readWindowed(samples: PaddedSamples, frame: number): void {
    const window = this.#window;
    const windowed = this.#windowed;
    const { padded } = samples;
    const start = samples.start(frame, window.length);
    const mean = samples.mean(frame, window.length);
    for (let i = 0; i < window.length; i++) windowed[i] = (padded[start + i]! - mean) * window[i]!;
  }
}
