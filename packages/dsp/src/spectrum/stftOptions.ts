import { resolveSpectrogramOptions, type SpectrogramOptions } from './spectrogramOptions.js';

/** Options of a complex spectrogram, with librosa's defaults for resynthesis. */
export interface StftOptions extends Omit<SpectrogramOptions, 'power' | 'hopLength'> {
  /**
   * Step from one frame to the next, in samples: an integer from 1 to 2^22.
   *
   * @default floor(winLength / 4)
   */
  readonly hopLength?: number;
}

/** Checks options and fills in defaults. @throws {SerError} `invalid-option` */
export function resolveStftOptions(options: StftOptions): Required<SpectrogramOptions> {
  const winLength = options.winLength ?? options.nFft ?? 2048;
  const hopLength = options.hopLength ?? Math.max(1, Math.floor(winLength / 4));
  return resolveSpectrogramOptions({ ...options, hopLength });
}
