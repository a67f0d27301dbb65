import { windowOf } from '../spectrum/windowOf.js';
import { PowerSpectrum } from './powerSpectrum.js';
import type { VoiceSamples } from './voiceSamples.js';

export interface ShortTimePowerOptions {
  /** Length of a frame, in samples. */
  readonly frameLength: number;
  /** Length of its Fourier transform, in samples, at least that of a frame. */
  readonly nFft: number;
  /** Whether each frame's mean is taken off first. */
  readonly centred?: boolean;
}

/** The power spectrum of one Hann-windowed frame after the other. */
export class ShortTimePower {
  /** Of the frame last read, of shape `[nFft / 2 + 1]`. */
  readonly powers: Float64Array;
  readonly #centred: boolean;
  readonly #window: Float64Array;
  readonly #windowed: Float64Array;
  readonly #spectrum: PowerSpectrum;

  constructor({ frameLength, nFft, centred = false }: ShortTimePowerOptions) {
    this.powers = new Float64Array(nFft / 2 + 1);
    this.#centred = centred;
    this.#window = windowOf('hann', frameLength);
    this.#windowed = new Float64Array(nFft);
    this.#spectrum = new PowerSpectrum(nFft);
  }

  read(samples: VoiceSamples, frame: number): void {
    const window = this.#window;
    const windowed = this.#windowed;
    const { padded } = samples;
    const start = samples.start(frame, window.length);
    const mean = this.#centred ? samples.mean(frame, window.length) : 0;
    for (let i = 0; i < window.length; i++) windowed[i] = (padded[start + i]! - mean) * window[i]!;
    this.#spectrum.transform(windowed, this.powers);
  }
}
