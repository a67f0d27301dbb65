import { PowerSpectrum } from '../../fft/powerSpectrum.js';
import { windowOf } from '../../spectrum/windowOf.js';
import type { PaddedSamples } from '../paddedSamples.js';
import { ShortTimePowerKernel } from './shortTimePowerKernel.js';

export interface ShortTimePowerOptions {
  /** Length of a frame, in samples. */
  readonly frameLength: number;
  /** Length of the Fourier transform, in samples, at least `frameLength`. */
  readonly nFft: number;
}

/** The power spectrum of one Hann-windowed frame at a time. */
export class ShortTimePower {
  /** Powers of the frame read last, of shape `[nFft / 2 + 1]`. */
  readonly powers: Float64Array;
  readonly #window: Float64Array;
  readonly #windowed: Float64Array;
  readonly #spectrum: PowerSpectrum;
  /** What computes the spectra, if it is not TypeScript. */
  readonly #kernel: ShortTimePowerKernel | undefined;

  constructor({ frameLength, nFft }: ShortTimePowerOptions) {
    this.powers = new Float64Array(nFft / 2 + 1);
    this.#window = windowOf('hann', frameLength);
    this.#windowed = new Float64Array(nFft);
    this.#spectrum = new PowerSpectrum(nFft);
    this.#kernel = ShortTimePowerKernel.open(this.#window, nFft);
  }

  read(samples: PaddedSamples, frame: number): void {
    if (this.#kernel) {
      this.#kernel.read(samples, frame, this.powers);
      return;
    }
    const window = this.#window;
    const windowed = this.#windowed;
    const { padded } = samples;
    const start = samples.start(frame, window.length);
    for (let i = 0; i < window.length; i++) windowed[i] = padded[start + i]! * window[i]!;
    this.#spectrum.transform(windowed, this.powers);
  }
}
