import { DspError } from '../errors.js';

/** @throws {SerError} `buffer-mismatch` unless the buffer holds exactly `expected` numbers */
export function requireLength(name: string, buffer: ArrayLike<number>, expected: number): void {
  if (buffer.length === expected) return;
  throw new DspError(
    'buffer-mismatch',
    `\`${name}\` must hold ${expected} numbers; got ${buffer.length}. Allocate it with that length.`,
  );
}
