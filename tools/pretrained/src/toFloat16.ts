const view = new DataView(new ArrayBuffer(4));

/**
 * The bits of the nearest half-precision number; of two equally near ones, the one whose last bit is 0.
 *
 * @throws {RangeError} for a magnitude above 65504, the largest of half precision, and for NaN
 * @see IEEE 754-2019, binary16
 */
export function toFloat16(value: number): number {
  view.setFloat32(0, value);
  const bits = view.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 127;
  const fraction = bits & 0x7fffff;
  if (exponent > 15) throw outOfRange(value);
  // Steps of 2^-24 below 2^-14, where numbers are subnormal; above, of 2^-10 of their power of two.
  const result =
    exponent < -14
      ? roundedShift(0x800000 | fraction, Math.min(31, -1 - exponent))
      : ((exponent + 15) << 10) + roundedShift(fraction, 13);
  if (result >= 0x7c00) throw outOfRange(value);
  return sign | result;
}

function outOfRange(value: number): RangeError {
  return new RangeError(`A half-precision value must be from -65504 to 65504; got ${value}.`);
}

/** `value / 2^by`, rounded half to even. */
function roundedShift(value: number, by: number): number {
  const below = Math.floor(value / 2 ** by);
  const rest = value - below * 2 ** by;
  const half = 2 ** (by - 1);
  return rest > half || (rest === half && below % 2 === 1) ? below + 1 : below;
}
