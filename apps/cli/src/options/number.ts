import { UsageError } from '../usageError.js';

/** Smallest and largest value an option takes, both included. */
export interface Bounds {
  readonly min: number;
  readonly max?: number;
}

/**
 * Makes the parser of a whole-number option, for example `--epochs`.
 *
 * @returns a parser that throws {@link UsageError} `invalid-option` naming the option, the requirement and the value
 */
export function wholeNumber(option: string, { min, max }: Bounds): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isSafeInteger(value) && value >= min && value <= (max ?? Infinity)) return value;
    const range = max === undefined ? `at least ${min}` : `from ${min} to ${max}`;
    throw new UsageError('invalid-option', `\`${option}\` must be an integer ${range}; got \`${text}\`.`);
  };
}

/**
 * Makes the parser of an option that is a probability, for example `--unsure-below`.
 *
 * @returns a parser that throws {@link UsageError} `invalid-option` naming the option, the requirement and the value
 */
export function probability(option: string): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= 0 && value <= 1) return value;
    throw new UsageError(
      'invalid-option',
      `\`${option}\` must be a probability from 0 to 1; got \`${text}\`.`,
    );
  };
}

/**
 * Makes the parser of an option in seconds, for example `--window`.
 *
 * @returns a parser that throws {@link UsageError} `invalid-option` naming the option, the requirement and the value
 */
export function seconds(option: string, { min }: Pick<Bounds, 'min'>): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (value >= min && value < Infinity) return value;
    throw new UsageError(
      'invalid-option',
      `\`${option}\` must be a number of seconds, at least ${min}; got \`${text}\`.`,
    );
  };
}
