/** The range for positions that must not touch. */
export interface SpreadRoom {
  /** Smallest distance of neighbors. */
  readonly gap: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Positions moved as little as possible (least squares) so that neighbors are at least `gap` apart, then
 * kept inside `[low, high]` as far as they fit. The order along the axis is kept.
 *
 * Without the gaps, the positions must not decrease: this is isotonic regression, solved by pooling adjacent violators.
 *
 * @see Ayer et al., "An empirical distribution function for sampling with incomplete information", 1955
 */
export function spread(positions: readonly number[], { gap, low, high }: SpreadRoom): number[] {
  const order = positions.map((_, i) => i).sort((a, b) => positions[a]! - positions[b]! || a - b);
  const level = notDecreasing(order.map((i, rank) => positions[i]! - rank * gap));
  const highest = Math.max(low, high - (positions.length - 1) * gap);
  const placed = [...positions];
  order.forEach((i, rank) => {
    placed[i] = Math.min(Math.max(level[rank]!, low), highest) + rank * gap;
  });
  return placed;
}

function notDecreasing(values: readonly number[]): number[] {
  const blocks: { mean: number; size: number }[] = [];
  for (const value of values) {
    let block = { mean: value, size: 1 };
    while (blocks.length > 0 && blocks.at(-1)!.mean > block.mean) {
      const { mean, size } = blocks.pop()!;
      const joined = size + block.size;
      block = { mean: (mean * size + block.mean * block.size) / joined, size: joined };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ mean, size }) => Array.from({ length: size }, () => mean));
}
