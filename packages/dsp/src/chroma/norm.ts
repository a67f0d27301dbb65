import { DspError } from '../errors.js';
import { tiny } from '../spectrum/tiny.js';

/** By what a row of numbers is divided: its largest, nothing, or its p-norm. */
export type Norm = 'inf' | 'none' | number;

/** @throws {SerError} `invalid-option` */
export function requireNorm(name: string, norm: unknown): void {
  if (norm === 'inf' || norm === 'none' || (Number.isFinite(norm) && (norm as number) > 0)) return;
  throw new DspError(
    'invalid-option',
    `Expected \`${name}\` to be 'inf', 'none' or a finite number > 0, got \`${String(norm)}\` (${typeof norm}).`,
  );
}

/**
 * Divides values by their norm, in place; values that are all but 0 stay as they are.
 *
 * @see librosa.util.normalize, https://librosa.org/doc/0.11.0/generated/librosa.util.normalize.html
 */
export function normalize(values: Float64Array, norm: Norm): void {
  const length = lengthOf(values, norm);
  if (length < tiny) return;
  for (let i = 0; i < values.length; i++) values[i]! /= length;
}

function lengthOf(values: Float64Array, norm: Norm): number {
  if (norm === 'none') return 1;
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    length = norm === 'inf' ? Math.max(length, size) : length + size ** norm;
  }
  return norm === 'inf' ? length : length ** (1 / norm);
}
