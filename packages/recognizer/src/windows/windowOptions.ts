import { requireNumber } from '@ser/core';

/** How audio is divided into windows. */
export interface WindowOptions {
  /**
   * Length of a window, in seconds, at least 0.25.
   *
   * @default 3
   */
  readonly window?: number;
  /**
   * Time from the start of a window to the start of the next, in seconds, at least 0.01.
   *
   * @default window / 3
   */
  readonly hop?: number;
}

/**
 * The options with their defaults.
 *
 * @throws {SerError} `invalid-option`
 */
export function windowOptions({ window = 3, hop = window / 3 }: WindowOptions): Required<WindowOptions> {
  requireNumber('window', window, { min: 0.25, fix: 'It is a length in seconds.' });
  requireNumber('hop', hop, { min: 0.01, fix: 'It is a time in seconds.' });
  return { window, hop };
}
