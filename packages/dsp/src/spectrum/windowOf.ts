import { requireInteger, requireOneOf } from '../options/requireLength.js';

export const windowNames = ['hann', 'hamming', 'ones'] as const;
export type WindowName = (typeof windowNames)[number];

/**
 * A window of length `n`, periodic: one period of its cosine, without the repeated end point, as spectral
 * analysis wants it.
 *
 * @returns weights in [0, 1], of shape `[n]`
 * @throws {SerError} `invalid-option` for an unknown name or a length below 1
 * @see scipy.signal.get_window(name, n, fftbins=True)
 *
 * @example
 * windowOf('hann', 4); // 0, 0.5, 1, 0.5
 */
export function windowOf(name: WindowName, n: number): Float64Array {
  requireOneOf('window', name, windowNames);
  requireInteger('n', n, { min: 1 });
  if (name === 'ones' || n === 1) return new Float64Array(n).fill(1);
  const offset = name === 'hann' ? 0.5 : 0.54;
  return Float64Array.from({ length: n }, (_, i) => offset - (1 - offset) * Math.cos((2 * Math.PI * i) / n));
}
