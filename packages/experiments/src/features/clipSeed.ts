/**
 * The seed of a clip's copies: of the run's seed and the clip's id alone, so that a copy is the same whatever other
 * clips there are, and in whatever order they come.
 *
 * @returns an integer from 0 to 2^31 - 1
 * @see FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function clipSeed(seed: number, id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${seed}/${id}`)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash & 0x7fffffff;
}
