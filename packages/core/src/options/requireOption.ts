import { SerError } from '../serError.js';
import { shown } from './shown.js';

/** What a number may be. */
export interface Bounds {
  /** The smallest allowed value. */
  readonly min?: number | undefined;
  /** The largest allowed value. */
  readonly max?: number | undefined;
  /** The value must be greater than this, not equal to it. */
  readonly above?: number | undefined;
  /** The value must be less than this, not equal to it. */
  readonly below?: number | undefined;
  /** How to fix it, one sentence. */
  readonly fix?: string | undefined;
}

/** @throws {SerError} `invalid-option` unless `value` is an integer within the bounds */
export function requireInteger(name: string, value: unknown, bounds: Bounds = {}): asserts value is number {
  if (Number.isInteger(value) && isWithin(value as number, bounds)) return;
  throw invalidOption(name, requirement('an integer', bounds), value, bounds.fix);
}

/** @throws {SerError} `invalid-option` unless `value` is a finite number within the bounds */
export function requireNumber(name: string, value: unknown, bounds: Bounds = {}): asserts value is number {
  if (Number.isFinite(value) && isWithin(value as number, bounds)) return;
  throw invalidOption(name, requirement('a finite number', bounds), value, bounds.fix);
}

/** @throws {SerError} `invalid-option` unless `value` is one of `choices` */
export function requireOneOf(name: string, value: unknown, choices: readonly unknown[], fix?: string): void {
  if (choices.includes(value)) return;
  throw invalidOption(name, `one of ${choices.map(shown).join(', ')}`, value, fix);
}

/** @throws {SerError} `invalid-option` unless `value` is an integer from -2^31 to 2^32 - 1 */
export function requireSeed(value: unknown, name = 'seed'): asserts value is number {
  requireInteger(name, value, { min: -(2 ** 31), max: 2 ** 32 - 1 });
}

/**
 * The error of an option that is out of bounds, with the message grammar of all packages:
 * "`nFft` must be an integer from 1 to 65536; got 4194304. Choose a smaller window."
 *
 * @param required what the option must be, such as "an integer from 1 to 65536"
 * @param fix how to fix it, one sentence
 */
export function invalidOption(
  name: string,
  required: string,
  value: unknown,
  fix?: string,
): SerError<'invalid-option'> {
  const advice = fix === undefined ? '' : ` ${fix}`;
  return new SerError('invalid-option', `\`${name}\` must be ${required}; got ${shown(value)}.${advice}`);
}

function isWithin(value: number, bounds: Bounds): boolean {
  const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity } = bounds;
  return value >= min && value <= max && value > above && value < below;
}

/** "an integer from 1 to 8", "a finite number above 0 and at most 1". */
function requirement(kind: string, { min, max, above, below }: Bounds): string {
  if (min !== undefined && max !== undefined) return `${kind} from ${min} to ${max}`;
  const limits = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ];
  return limits.length === 0 ? kind : `${kind} ${limits.join(' and ')}`;
}
