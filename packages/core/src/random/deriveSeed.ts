/** What a derived seed is for, so that no two uses share a random sequence. */
export const purposes = { weights: 1, order: 2, dropout: 3, mixup: 4, statistics: 5, encoding: 6 } as const;

/**
 * A seed for one use, derived from the user's one seed: the same path gives the same seed, another path an
 * unrelated one. Nothing is drawn from a running generator, so training can resume at any step.
 *
 * @param path purpose and indices, such as `[purposes.dropout, epoch, batch, layer]`
 * @returns an integer from 0 to 2^31 - 1
 * @see MurmurHash3's 32-bit mixing, https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp
 */
export function deriveSeed(seed: number, ...path: readonly number[]): number {
  let hash = seed | 0;
  for (const part of path) hash = Math.imul(rotate(hash ^ scramble(part | 0), 13), 5) + 0xe6546b64;
  hash ^= path.length * 4;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}

/**
 * A seed for something that has a name, such as a clip: it depends on the user's seed and the name alone, not on how
 * many other names there are or on their order.
 *
 * @returns an integer from 0 to 2^31 - 1
 * @see FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function seedOfName(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${seed}/${name}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash & 0x7fffffff;
}

function scramble(part: number): number {
  return Math.imul(rotate(Math.imul(part, 0xcc9e2d51), 15), 0x1b873593);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
