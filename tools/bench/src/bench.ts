/** Options of the command, as typed. */
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
}

/** One thing that can be measured. */
export interface Bench {
  readonly name: string;
  readonly what: string;
  /** Measures and prints; throws where a figure is not as it must be. */
  run(options: BenchOptions): void;
}

/** A number that was typed, or the default; 0 rounds show what was measured before. */
export function numberOption(
  name: 'rounds' | 'trials' | 'clips' | 'seconds' | 'limit' | 'epochs',
  options: BenchOptions,
  standard: number,
): number {
  const number = Number(options[name] ?? standard);
  const fits = name === 'rounds' ? Number.isInteger(number) && number >= 0 : number > 0;
  if (fits) return number;
  const bound = name === 'rounds' ? 'a whole number' : 'above 0';
  throw new Error(`Expected \`--${name}\` to be ${bound}, got \`${options[name]}\`.`);
}

/** A list of whole numbers that was typed, or the default. */
export function numbersOption(
  name: 'batches' | 'threads' | 'seeds',
  options: BenchOptions,
  standard: readonly number[],
): readonly number[] {
  const numbers = options[name]?.split(',').map(Number) ?? standard;
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  throw new Error(`Expected \`--${name}\` to be whole numbers like 1,2, got \`${options[name]}\`.`);
}

/** What was typed for an option that a bench cannot do without. */
export function requiredOption(name: 'recipe' | 'out', options: BenchOptions): string {
  const typed = options[name];
  if (typed === undefined) throw new Error(`Give \`--${name}\`, which this bench cannot do without.`);
  return typed;
}

/** The names that were typed, or all that are known. */
export function namesOption<T extends string>(
  name: 'networks' | 'engines',
  options: BenchOptions,
  known: readonly T[],
): readonly T[] {
  const names = options[name]?.split(',') ?? known;
  const unknown = names.find((typed) => !known.some((one) => one === typed));
  if (unknown === undefined) return known.filter((one) => names.includes(one));
  throw new Error(`Expected \`--${name}\` to be of ${known.join(', ')}, got \`${unknown}\`.`);
}
