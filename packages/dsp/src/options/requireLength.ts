import { DspError } from '../errors.js';

/** What a number may be. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** The value must be greater than this, not equal to it. */
  readonly above?: number;
  /** The value must be less than this, not equal to it. */
  readonly below?: number;
  /** What to do about it, one sentence. */
  readonly mend?: string;
}

/** @throws {SerError} `invalid-option` unless `value` is an integer within the bounds */
export function requireInteger(name: string, value: unknown, bounds: Bounds): void {
  if (!Number.isInteger(value) || !isWithin(value as number, bounds))
    refuse(name, 'an integer', value, bounds);
}

/** @throws {SerError} `invalid-option` unless `value` is a finite number within the bounds */
export function requireNumber(name: string, value: unknown, bounds: Bounds): void {
  if (!Number.isFinite(value) || !isWithin(value as number, bounds))
    refuse(name, 'a finite number', value, bounds);
}

/** @throws {SerError} `invalid-option` unless `value` is one of `choices` */
export function requireOneOf(name: string, value: unknown, choices: readonly unknown[]): void {
  if (!choices.includes(value)) refuse(name, choices.map(quoted).join(' or '), value, {});
}

/** @throws {SerError} `buffer-mismatch` unless the buffer holds exactly `expected` numbers */
export function requireLength(name: string, buffer: ArrayLike<number>, expected: number): void {
  if (buffer.length === expected) return;
  throw new DspError(
    'buffer-mismatch',
    `Expected \`${name}\` to hold ${expected} numbers, got ${buffer.length}. Allocate it with that length.`,
  );
}

function isWithin(value: number, bounds: Bounds): boolean {
  const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity } = bounds;
  return value >= min && value <= max && value > above && value < below;
}

function refuse(name: string, kind: string, value: unknown, bounds: Bounds): never {
  const { min, max, above, below, mend } = bounds;
  const limits = [
    min === undefined ? [] : `>= ${min}`,
    above === undefined ? [] : `> ${above}`,
    max === undefined ? [] : `<= ${max}`,
    below === undefined ? [] : `< ${below}`,
  ].flat();
  const requirement = [kind, limits.join(' and ')].filter((part) => part !== '').join(' ');
  throw new DspError(
    'invalid-option',
    `Expected \`${name}\` to be ${requirement}, got ${described(value)}.${mend === undefined ? '' : ` ${mend}`}`,
  );
}

function described(value: unknown): string {
  return `\`${typeof value === 'string' ? quoted(value) : String(value)}\` (${typeof value})`;
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}
