/** Reproducible white noise: the sum of four draws of a linear congruential generator, which is almost Gaussian. */
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

/** The sum of two signals. */
export function mixed(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((sample, i) => sample + b[i]!);
}

/** Signals one after the other. */
export function joined(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
