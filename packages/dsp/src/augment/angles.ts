import { roundHalfToEven } from '../spectrum/roundHalfToEven.js';

// The angles of complex numbers without the functions of `Math`, so that the kernels in `assembly/vocoder.ts` compute the
// same bits. The polynomials are those of fdlibm, https://www.netlib.org/fdlibm/, with an error below 1e-15.

const tanOfEighth = Math.SQRT2 - 1;

// Offsets and signs by conditions, because a processor predicts branches on the angle of a bin wrongly half of the time.
const signs = Float64Array.of(1, -1);
const quarterOfPi = Float64Array.of(0, Math.PI / 4);
const halfOfPi = Float64Array.of(0, Math.PI / 2);
const wholePi = Float64Array.of(0, Math.PI);

/** The angle of a complex number, in (-pi, pi]; 0 for 0. */
export function angleOf(re: number, im: number): number {
  const x = Math.abs(re);
  const y = Math.abs(im);
  const longer = Math.max(x, y);
  const shorter = Math.min(x, y);
  if (longer === 0) return 0;
  // Beyond an eighth of pi, the angle is measured from a quarter of pi.
  const isWide = Number(shorter > tanOfEighth * longer);
  const numerator = shorter - isWide * longer;
  const denominator = longer + isWide * shorter;
  const angle = arcTangent(numerator / denominator) + quarterOfPi[isWide]!;
  const isSteep = Number(y > x);
  const inQuarter = halfOfPi[isSteep]! + signs[isSteep]! * angle;
  const isLeft = Number(re < 0);
  const inHalf = wholePi[isLeft]! + signs[isLeft]! * inQuarter;
  return signs[Number(im < 0)]! * inHalf;
}

/** For |u| up to 0.42. */
function arcTangent(u: number): number {
  const z = u * u;
  const w = z * z;
  let even = w * 1.62858201153657823623e-2 + 4.97687799461593236017e-2;
  even = w * even + 6.66107313738753120669e-2;
  even = w * even + 9.09088713343650656196e-2;
  even = w * even + 1.42857142725034663711e-1;
  even = w * even + 3.33333333333329318027e-1;
  let odd = w * -3.6531572744216915527e-2 + -5.83357013379057348645e-2;
  odd = w * odd + -7.69187620504482999495e-2;
  odd = w * odd + -1.1111110405462355788e-1;
  odd = w * odd + -1.99999999998764832476e-1;
  return u - u * (z * even + w * odd);
}

/** The equivalent angle in [-pi, pi]. */
export function withoutTurns(angle: number): number {
  return angle - 2 * Math.PI * roundHalfToEven(angle / (2 * Math.PI));
}

/** The cosine and the sine of a rest. */
const both = new Float64Array(2);
/** Signs of cosine and sine for the number of quarter turns modulo 4. */
const cosineSigns = Float64Array.of(1, -1, -1, 1);
const sineSigns = Float64Array.of(1, 1, -1, -1);

/** Writes `magnitude * [cos(phase), sin(phase)]` for a phase in [-pi, pi]. */
export function writePolar(magnitude: number, phase: number, output: Float32Array, index: number): void {
  const quarters = roundHalfToEven(phase * (2 / Math.PI));
  const rest = phase - quarters * (Math.PI / 2);
  const quarter = quarters & 3;
  const isOdd = quarters & 1;
  both[0] = cosineOf(rest);
  both[1] = sineOf(rest);
  output[index] = magnitude * (cosineSigns[quarter]! * both[isOdd]!);
  output[index + 1] = magnitude * (sineSigns[quarter]! * both[1 - isOdd]!);
}

/** For |x| up to a quarter of pi. */
function sineOf(x: number): number {
  const z = x * x;
  let s = z * 1.58969099521155010221e-10 + -2.50507602534068634195e-8;
  s = z * s + 2.75573137070700676789e-6;
  s = z * s + -1.98412698298579493134e-4;
  s = z * s + 8.33333333332248946124e-3;
  s = z * s + -1.66666666666666324348e-1;
  return x + x * z * s;
}

/** For |x| up to a quarter of pi. */
function cosineOf(x: number): number {
  const z = x * x;
  let c = z * -1.13596475577881948265e-11 + 2.0875723212981748279e-9;
  c = z * c + -2.75573143513906633035e-7;
  c = z * c + 2.48015872894767294178e-5;
  c = z * c + -1.38888888888741095749e-3;
  c = z * c + 4.16666666666666019037e-2;
  return 1 - (0.5 * z - z * z * c);
}
