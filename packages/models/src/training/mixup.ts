import { deriveSeed, shuffledIndices } from '@ser/core';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Batch } from './batches.js';
import { symmetricBeta } from './symmetricBeta.js';

/** How examples are mixed. */
export interface MixupOptions {
  /** Shares are drawn from Beta(alpha, alpha), above 0: near 0 mixes little, 1 is uniform, more is close to one half. */
  readonly alpha: number;
}

/** A batch with its targets. */
type TargetedBatch = Required<Batch>;

/**
 * Mixes each example of a batch with another one of the same batch: values and targets with the same share, which is
 * drawn for each example. The class of a mixture is that of the larger share.
 *
 * @param seed the seed of this batch
 * @see Zhang et al., 2018, https://arxiv.org/abs/1710.09412
 * @see keras.layers.MixUp, which also draws a share for each example
 */
export function mixUp(batch: TargetedBatch, { alpha }: MixupOptions, seed: number): TargetedBatch {
  const n = batch.y.length;
  const partners = shuffledIndices(n, deriveSeed(seed, 0));
  const generator = xoroshiro128plus(deriveSeed(seed, 1));
  const shares = Float64Array.from({ length: n }, () =>
    symmetricBeta(alpha, uniformFloat64(generator), uniformFloat64(generator)),
  );
  const mix = (rows: Float32Array) => mixRows(rows, rows.length / n, partners, shares);
  return {
    x: { data: mix(batch.x.data), shape: batch.x.shape },
    y: batch.y.map((label, i) => (shares[i]! >= 0.5 ? label : batch.y[partners[i]!]!)),
    targets: mix(batch.targets),
  };
}

function mixRows(rows: Float32Array, size: number, partners: Int32Array, shares: Float64Array): Float32Array {
  const mixed = new Float32Array(rows.length);
  shares.forEach((share, row) => {
    const partner = partners[row]!;
    for (let i = 0; i < size; i++) {
      mixed[row * size + i] = share * rows[row * size + i]! + (1 - share) * rows[partner * size + i]!;
    }
  });
  return mixed;
}
