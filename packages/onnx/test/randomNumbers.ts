/** Repeatable numbers, uniform from -1 to 1: a linear congruential generator, good enough for weights. */
export function randomNumbers(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 2 - 1;
  };
}

/** `n` of them times `scale`. */
export function randomArray(n: number, seed: number, scale = 1): Float32Array {
  const next = randomNumbers(seed);
  for (let i = 0; i < 10; i++) next();
  return Float32Array.from({ length: n }, () => next() * scale);
}
