import { invalidOption } from '@ser/core';
import { tiny } from '../spectrum/tiny.js';

/** Normalization of rows: division by the maximum ('inf') or the p-norm (a number p above 0), or 'none'. */
export type Norm = 'inf' | 'none' | number;

/** @throws {SerError} `invalid-option` */
export function requireNorm(name: string, norm: unknown): void {
  if (norm === 'inf' || norm === 'none' || (Number.isFinite(norm) && (norm as number) > 0)) return;
  throw invalidOption(name, "'inf', 'none', or a finite number above 0", norm);
}

/**
 * Divides values by their norm, in place, unless the norm is almost 0.
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
