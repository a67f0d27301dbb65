/** Splits samples into chunks of `size`; the last may be shorter. */
export function* pieces<T extends Float32Array | Uint8Array>(samples: T, size: number): Generator<T> {
  for (let start = 0; start < samples.length; start += size) yield samples.slice(start, start + size) as T;
}

/** Concatenates chunks. */
export function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
