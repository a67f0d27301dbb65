import type { Examples } from '@ser/classifiers';

/**
 * One row per clip: the features of all members with one frame per clip, one after the other. They are scaled so that the
 * mean product of two rows is the mean over the members of theirs.
 *
 * @param all the examples of each member, `[n, nFrames, nFeatures]`; members with the same features once
 * @returns undefined if no member has one frame per clip
 */
export function rowsOfMembers(all: readonly Examples[]): readonly Float32Array[] | undefined {
  const single = all.filter(({ shape }) => shape[1] === 1);
  const sizes = single.map(({ shape }) => shape[2]!);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  if (size === 0) return undefined;
  return Array.from({ length: single[0]!.shape[0]! }, (_, clip) => {
    const row = new Float32Array(size);
    let start = 0;
    single.forEach(({ data }, i) => {
      const own = data.subarray(clip * sizes[i]!, (clip + 1) * sizes[i]!);
      const scale = Math.sqrt(size / (single.length * sizes[i]!));
      own.forEach((value, j) => (row[start + j] = value * scale));
      start += own.length;
    });
    return row;
  });
}
