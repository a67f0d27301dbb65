import { windowOf } from '../spectrum/windowOf.js';
import { EvenFourierTransform } from './evenFourierTransform.js';
import { PowerSpectrum } from './powerSpectrum.js';
import { ShortTimePower } from './shortTimePower.js';
import { pitchFrameLength } from './voiceFraming.js';
import type { VoiceSamples } from './voiceSamples.js';

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
  readonly #power = new ShortTimePower({ frameLength: pitchFrameLength, nFft, centred: true });
  readonly #transform = new EvenFourierTransform(nFft);
  /** One over the normalised autocorrelation of the window. */
  readonly #inverseOfWindow: Float64Array;

  /** @param nLags how many, from lag 0 on: even, at most half of 1024 */
  constructor(nLags: number) {
    this.values = new Float64Array(nLags);
    this.#inverseOfWindow = windowAutocorrelation(nLags, this.#transform).map((value) => 1 / value);
  }

  read(samples: VoiceSamples, frame: number): void {
    const values = this.values;
    this.#power.read(samples, frame);
    this.#transform.inverse(this.#power.powers, values);
    const ofWindow = this.#inverseOfWindow;
    const scale = 1 / Math.max(values[0]!, leastEnergy);
    for (let lag = 0; lag < values.length; lag++) values[lag]! *= scale * ofWindow[lag]!;
  }
}

function windowAutocorrelation(nLags: number, transform: EvenFourierTransform): Float64Array {
  const padded = new Float64Array(nFft);
  padded.set(windowOf('hann', pitchFrameLength));
  const powers = new Float64Array(nFft / 2 + 1);
  new PowerSpectrum(nFft).transform(padded, powers);
  const lags = new Float64Array(nLags);
  transform.inverse(powers, lags);
  return lags.map((value) => value / lags[0]!);
}
