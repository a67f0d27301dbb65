/**
 * Half-precision numbers as float32.
 *
 * @see IEEE 754 binary16, https://en.wikipedia.org/wiki/Half-precision_floating-point_format
 */
export function decodeFloat16(bits: Uint16Array): Float32Array {
  return Float32Array.from(bits, decoded);
}

function decoded(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 1024;
  if (exponent === 0) return sign * 2 ** -14 * fraction;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * 2 ** (exponent - 15) * (1 + fraction);
}
