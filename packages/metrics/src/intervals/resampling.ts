import { MetricsError } from '../errors.js';
import type { Grouping } from '../tally/grouping.js';
import { sfc32 } from './sfc32.js';

export interface ResamplingOptions {
  /**
   * The group of each item, in the order of the items: who speaks it. Clips of one speaker err together, so
   * an interval over clips is far too narrow.
   */
  readonly groups: readonly string[];
  /**
   * How many times groups are drawn; at least 1, and at least 2 where a standard error is taken.
   *
   * @default 1000
   */
  readonly nResamples?: number;
  /**
   * How often, in the long run, the interval is to hold the truth; in `(0, 1)`.
   *
   * @default 0.95
   */
  readonly confidence?: number;
  /** A whole number >= 0; the same seed gives the same interval on every machine. */
  readonly seed: number;
}

export function checkResampling(
  { nResamples = 1000, confidence = 0.95, seed }: ResamplingOptions,
  leastResamples: number,
) {
  if (!Number.isInteger(nResamples) || nResamples < leastResamples) {
    throw new MetricsError(
      'invalid-option',
      `\`nResamples\` must be a whole number >= ${leastResamples}, got \`${nResamples}\`.`,
    );
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new MetricsError('invalid-option', `\`confidence\` must lie in (0, 1), got \`${confidence}\`.`);
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new MetricsError('invalid-option', `\`seed\` must be a whole number >= 0, got \`${seed}\`.`);
  }
  return { nResamples, confidence, seed };
}

export function refuseOneGroup({ names }: Grouping): void {
  if (names.length >= 2) return;
  throw new MetricsError(
    'invalid-option',
    `\`groups\` must hold at least two speakers, got ${names.length}: one speaker says nothing about how speakers differ.`,
  );
}

/**
 * Draws as many groups as there are, with replacement.
 *
 * @returns a function that gives the next draw, as indices of groups; it is valid until the one after it
 */
export function groupDraws(nGroups: number, seed: number): () => Uint32Array {
  const next = sfc32(seed);
  const drawn = new Uint32Array(nGroups);
  return () => {
    // Uniform to within nGroups / 2^32.
    for (let draw = 0; draw < nGroups; draw++) drawn[draw] = Math.floor((next() / 2 ** 32) * nGroups);
    return drawn;
  };
}

/** The same draws as how often each group was drawn. */
export function groupWeights(nGroups: number, seed: number): () => Float64Array {
  const draw = groupDraws(nGroups, seed);
  return () => {
    const weights = new Float64Array(nGroups);
    for (const group of draw()) weights[group]!++;
    return weights;
  };
}
