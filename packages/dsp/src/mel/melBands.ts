import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { resolveSpectrogramOptions } from '../spectrum/spectrogramOptions.js';
import { melFilterBank, type MelFilterBank } from './melFilterBank.js';
import type { MelSpectrogramOptions } from './melSpectrogramOptions.js';

/** Band energies of one spectrum at a time: the common first step of mel spectrogram, log-mel, and MFCC. */
export class MelBands {
  readonly filterBank: MelFilterBank;
  readonly #power: 1 | 2;

  constructor(options: MelSpectrogramOptions & { readonly sampleRate: number }) {
    const { nFft, power } = resolveSpectrogramOptions(options);
    this.filterBank = melFilterBank({ ...options, nFft });
    this.#power = power;
  }

  /** Writes the energies of one spectrum into a row of `[nFrames, nMels]`. */
  writeRow(spectrum: FrameSpectrum, row: number, output: Float32Array): void {
    const values = this.#power === 2 ? spectrum.powers : spectrum.magnitudes;
    this.filterBank.apply(values, output, row * this.filterBank.nMels);
  }
}
