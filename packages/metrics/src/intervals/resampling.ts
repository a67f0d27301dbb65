import { requireInteger, requireNumber, requireSeed } from '@ser/core';
import { MetricsError } from '../errors.js';
import type { Grouping } from '../tally/grouping.js';
import { sfc32 } from './sfc32.js';

export interface ResamplingOptions {
  /**
   * The group of each item, in the order of the items: its speaker. Predictions for clips of one speaker are not
   * independent, so an interval over clips is far too narrow.
   */
  readonly groups: readonly string[];
  /**
   * Number of resamples; at least 2, for `bootstrapInterval` at least 1.
   *
   * @default 1000
   */
  readonly nResamples?: number;
  /**
   * Share of such intervals that should contain the true value; in `(0, 1)`.
   *
   * @default 0.95
   */
  readonly confidence?: number;
  /** An integer from -(2^31) to 2^32 - 1; the same seed gives the same interval on every machine. */
  readonly seed: number;
}

/** @throws {SerError} `invalid-option` */
export function checkResampling(
  { nResamples = 1000, confidence = 0.95, seed }: ResamplingOptions,
  minResamples: number,
) {
  requireInteger('nResamples', nResamples, { min: minResamples, max: 2 ** 24 });
  requireNumber('confidence', confidence, { above: 0, below: 1 });
  requireSeed(seed);
  return { nResamples, confidence, seed };
}

/** @throws {SerError} `invalid-option` for fewer than two groups */
export function refuseOneGroup({ names }: Grouping): void {
  if (names.length >= 2) return;
  throw new MetricsError(
    'invalid-option',
    `\`groups\` must have at least two speakers; got ${names.length}. One speaker does not show how much speakers differ.`,
  );
}

/**
 * Draws as many groups as there are, with replacement.
 *
 * @returns a function that gives the next draw, as indices of groups; each is valid until the next one
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
