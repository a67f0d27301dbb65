/**
 * Numbers in [-1, 1): the finalizer of MurmurHash3 over the indices. Integers are equal on every machine and in Python
 * (`reference/bench/networks.py`), so weights and examples of a comparison need not be stored.
 *
 * @see https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp
 */
export function formulaNumbers(n: number, seed: number): Float64Array {
  const offset = Math.imul(seed, 0x9e3779b9);
  return Float64Array.from({ length: n }, (_, i) => {
    let hash = (i + offset) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1;
  });
}
