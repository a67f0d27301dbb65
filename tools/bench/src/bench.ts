import { invalidOption } from '@ser/core';

/** Options of the command line, as text. */
export interface BenchOptions {
  readonly write?: boolean;
  readonly rounds?: string;
  readonly trials?: string;
  readonly clips?: string;
  readonly seconds?: string;
  readonly limit?: string;
  readonly networks?: string;
  readonly engines?: string;
  readonly batches?: string;
  readonly threads?: string;
  readonly results?: string;
  readonly recipe?: string;
  readonly source?: boolean;
  readonly data?: readonly string[];
  readonly seeds?: string;
  readonly epochs?: string;
  readonly engine?: string;
  readonly out?: string;
  readonly rows?: string;
  readonly features?: string;
}

/** One measurement or comparison that the command can run. */
export interface Bench {
  readonly name: string;
  /** One line for the help. */
  readonly description: string;
  /** Measures and prints. Fails when a result is out of its bounds. */
  run(options: BenchOptions): void | Promise<void>;
}

/** Bounds of a number. */
export interface NumberBounds {
  /** Whether the number must be an integer. @default false */
  readonly integer?: boolean;
  /** Smallest value; without it the number must be above 0. @default none */
  readonly min?: number;
}

/** The value of a numeric option, or its default. @throws {SerError} `invalid-option` */
export function numberOption(
  name: 'rounds' | 'trials' | 'clips' | 'seconds' | 'limit' | 'epochs',
  options: BenchOptions,
  defaultValue: number,
  { integer = false, min }: NumberBounds = {},
): number {
  const text = options[name];
  const value = Number(text ?? defaultValue);
  const isInBounds = min === undefined ? value > 0 : value >= min;
  if (Number.isFinite(value) && isInBounds && (!integer || Number.isInteger(value))) return value;
  const bound = min === undefined ? 'above 0' : `at least ${min}`;
  throw invalidOption(`--${name}`, `${integer ? 'an integer' : 'a number'} ${bound}`, text);
}

/** The value of a list of positive integers, or its default. @throws {SerError} `invalid-option` */
export function integersOption(
  name: 'batches' | 'threads' | 'seeds' | 'rows',
  options: BenchOptions,
  defaultValue: readonly number[],
): readonly number[] {
  const text = options[name];
  const values = text?.split(',').map(Number) ?? defaultValue;
  if (values.every((value) => Number.isInteger(value) && value > 0)) return values;
  throw invalidOption(
    `--${name}`,
    'a list of positive integers',
    text,
    'Separate them with commas, as in 1,2.',
  );
}

/** The value of an option without default. @throws {SerError} `invalid-option` */
export function requiredOption(name: 'recipe' | 'out', options: BenchOptions): string {
  const text = options[name];
  if (text !== undefined) return text;
  throw invalidOption(`--${name}`, 'given', text, `Add \`--${name} ${name === 'out' ? 'DIR' : 'NAME'}\`.`);
}

/** The value of a list of names, or all known names; in the order of `known`. @throws {SerError} `invalid-option` */
export function namesOption<T extends string>(
  name: 'networks' | 'engines' | 'features',
  options: BenchOptions,
  known: readonly T[],
): readonly T[] {
  const names = options[name]?.split(',') ?? known;
  const unknown = names.find((text) => !known.some((each) => each === text));
  if (unknown === undefined) return known.filter((each) => names.includes(each));
  throw invalidOption(`--${name}`, `a list of ${known.join(', ')}`, unknown);
}
