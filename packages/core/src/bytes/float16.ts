const view = new DataView(new ArrayBuffer(4));

/**
 * The bits of the nearest half-precision number, half to even; from ±65520, of infinity.
 *
 * @see IEEE 754-2019, binary16
 */
export function toFloat16(value: number): number {
  view.setFloat32(0, value);
  const bits = view.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = Math.abs(Math.fround(value));
  if (Number.isNaN(magnitude)) return 0x7e00;
  if (magnitude >= 65520) return sign | 0x7c00;
  if (magnitude < 2 ** -14) return sign | roundHalfEven(magnitude * 2 ** 24);
  const exponent = ((bits >>> 23) & 0xff) - 127;
  return sign + ((exponent + 15) << 10) + mantissaOf(magnitude, exponent);
}

/** The half-precision number with these bits, exactly. */
export function fromFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const mantissa = bits & 0x3ff;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : NaN;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

/**
 * Half-precision numbers as float32, exactly.
 *
 * @param bytes little-endian, two per number
 */
export function decodeFloat16(bytes: Uint8Array): Float32Array {
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length >> 1 }, (_, i) =>
    fromFloat16(numbers.getUint16(2 * i, true)),
  );
}

/** From 0 to 1024; 1024 carries into the exponent. */
function mantissaOf(magnitude: number, exponent: number): number {
  return roundHalfEven((magnitude / 2 ** exponent - 1) * 1024);
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
