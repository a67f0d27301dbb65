import { requireOneOf } from '@ser/core';
import { requireFrameLength } from '../options/sizeLimits.js';

export const windowNames = ['hann', 'hamming', 'ones'] as const;
/** Shape of a window; `ones` is rectangular. */
export type WindowName = (typeof windowNames)[number];

/**
 * A periodic window of length `n`, for spectral analysis: one period of its cosine, without the repeated end point.
 *
 * @param n length of the window, an integer from 1 to 65536
 * @returns weights in [0, 1], of shape `[n]`
 * @throws {SerError} `invalid-option`
 * @see scipy.signal.get_window(name, n, fftbins=True)
 *
 * @example
 * windowOf('hann', 4); // 0, 0.5, 1, 0.5
 */
export function windowOf(name: WindowName, n: number): Float64Array {
  requireOneOf('window', name, windowNames);
  requireFrameLength('n', n, 1);
  if (name === 'ones' || n === 1) return new Float64Array(n).fill(1);
  const offset = name === 'hann' ? 0.5 : 0.54;
  return Float64Array.from({ length: n }, (_, i) => offset - (1 - offset) * Math.cos((2 * Math.PI * i) / n));
}
