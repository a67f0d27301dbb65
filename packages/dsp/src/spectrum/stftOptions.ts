import { resolveSpectrogramOptions, type SpectrogramOptions } from './spectrogramOptions.js';

/** A `SpectrogramOptions` whose frames keep their phase, with librosa's defaults for sound that is made anew. */
export interface StftOptions extends Omit<SpectrogramOptions, 'power' | 'hopLength'> {
  /**
   * Step from one frame to the next, in samples: an integer >= 1.
   *
   * @default floor(winLength / 4)
   */
  readonly hopLength?: number;
}

/** @throws {SerError} `invalid-option` naming the option, its requirement and the value received */
export function resolveStftOptions(options: StftOptions): Required<SpectrogramOptions> {
  const winLength = options.winLength ?? options.nFft ?? 2048;
  const hopLength = options.hopLength ?? Math.max(1, Math.floor(winLength / 4));
  return resolveSpectrogramOptions({ ...options, hopLength });
}
