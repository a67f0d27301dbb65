import { windowOf } from '../../spectrum/windowOf.js';
import { AutocorrelationPlan } from '../../fft/circularAutocorrelation.js';
import { pitchFrameLength } from '../framing.js';
import type { VoiceSamples } from '../paddedSamples.js';

/** Transform of a pitch frame, in samples: longer than a frame and all lags that are looked at. */
const nFft = 1024;
/** Quieter frames than this energy do not correlate with themselves. */
const leastEnergy = 1e-10;

/**
 * Normalised autocorrelation of each pitch frame, over that of its window: near 1 at the lags of a period, and at lag 0,
 * whatever the loudness.
 *
 * @see P. Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a
 * sampled sound", 1993
 */
export class PitchAutocorrelation {
  /** Of the frame last read, of shape `[nLags]`. */
  readonly values: Float64Array;
  readonly #window = windowOf('hann', pitchFrameLength);
  readonly #windowed = new Float64Array(nFft);
  readonly #plan = new AutocorrelationPlan(nFft);
  /** One over the normalised autocorrelation of the window. */
  readonly #inverseOfWindow: Float64Array;

  /** @param nLags how many, from lag 0 on: even, at most half of 1024 */
  constructor(nLags: number) {
    this.values = new Float64Array(nLags);
    this.#windowed.set(this.#window);
    this.#plan.transform(this.#windowed, this.values);
    this.#inverseOfWindow = this.values.map((value) => this.values[0]! / value);
  }

  read(samples: VoiceSamples, frame: number): void {
    const values = this.values;
    this.#readWindowed(samples, frame);
    this.#plan.transform(this.#windowed, values);
    const ofWindow = this.#inverseOfWindow;
    const scale = 1 / Math.max(values[0]!, leastEnergy);
    for (let lag = 0; lag < values.length; lag++) values[lag]! *= scale * ofWindow[lag]!;
  }

  /** Reads a frame, less its mean. */
  #readWindowed(samples: VoiceSamples, frame: number): void {
    const window = this.#window;
    const windowed = this.#windowed;
    const { padded } = samples;
    const start = samples.start(frame, window.length);
    const mean = samples.mean(frame, window.length);
    for (let i = 0; i < window.length; i++) windowed[i] = (padded[start + i]! - mean) * window[i]!;
  }
}
