/** White noise, the same every time: a linear congruential generator; the sum of four draws is close to Gaussian. */
export function noise(nSamples: number, amplitude: number, seed = 1): Float32Array {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const four = () => uniform() + uniform() + uniform() + uniform();
  // the sum of four draws in [-1, 1] has a standard deviation of sqrt(4 / 3)
  return Float32Array.from({ length: nSamples }, () => (amplitude * four()) / Math.sqrt(4 / 3));
}

/** Sounds one after the other. */
export function joined(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}
