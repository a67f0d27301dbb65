/**
 * Chris Doty-Humphrey's "small fast counting" generator: 128 bits of state, a cycle of at least 2^32,
 * seeded as by its author (seed in b and c, counter 1, 12 numbers dropped). Not for secrets.
 *
 * @param seed an integer from -(2^31) to 2^53 - 1
 * @returns a function that gives the next integer, uniform in `[0, 2^32)`
 * @see PractRand, RNGs/sfc.cpp, https://pracrand.sourceforge.net/
 */
export function sfc32(seed: number): () => number {
  let a = 0;
  let b = seed >>> 0;
  let c = Math.floor(seed / 2 ** 32) >>> 0;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
