// See src/augment/phaseVocoder.ts and src/augment/angles.ts. Here, the lanes are two neighboring bins of one frame.

// Constants are loaded from memory: V8 assembles each vector constant again wherever it is used.
const constants = memory.data<f64>([
  0.41421356237309503, // the tangent of an eighth of pi
  0.7853981633974483, // pi / 4
  1.5707963267948966, // pi / 2
  3.141592653589793, // pi
  6.283185307179586, // 2 pi
  0.6366197723675814, // 2 / pi
  0.5, 1, 2, -1,
]);
const arcTangentEven = memory.data<f64>([
  1.62858201153657823623e-2, 4.97687799461593236017e-2, 6.66107313738753120669e-2, 9.09088713343650656196e-2,
  1.42857142725034663711e-1, 3.33333333333329318027e-1,
]);
const arcTangentOdd = memory.data<f64>([
  -3.65315727442169155270e-2, -5.83357013379057348645e-2, -7.69187620504482999495e-2, -1.11111104054623557880e-1,
  -1.99999999998764832476e-1,
]);
const sines = memory.data<f64>([
  1.58969099521155010221e-10, -2.50507602534068634195e-8, 2.75573137070700676789e-6, -1.98412698298579493134e-4,
  8.33333333332248946124e-3, -1.66666666666666324348e-1,
]);
const cosines = memory.data<f64>([
  -1.13596475577881948265e-11, 2.08757232129817482790e-9, -2.75573143513906633035e-7, 2.48015872894767294178e-5,
  -1.38888888888741095749e-3, 4.16666666666666019037e-2,
]);

@inline
function numberAt(table: usize, i: usize): v128 {
  return v128.load64_splat(table + (i << 3));
}

/** One step of Horner's method. */
@inline
function step(value: v128, x: v128, table: usize, i: usize): v128 {
  return f64x2.add(f64x2.mul(x, value), numberAt(table, i));
}

/**
 * Magnitudes and angles, float32 of shape `[n]`, of the float32 bins `[n, 2]`.
 *
 * @param n an even number
 */
export function polar64(bins: usize, n: usize, magnitudes: usize, angles: usize): void {
  for (let i: usize = 0; i < n; i += 2) {
    const two = v128.load(bins + (i << 3));
    const re = f64x2.promote_low_f32x4(v128.shuffle<f32>(two, two, 0, 2, 0, 2));
    const im = f64x2.promote_low_f32x4(v128.shuffle<f32>(two, two, 1, 3, 1, 3));
    const magnitude = f64x2.sqrt(f64x2.add(f64x2.mul(re, re), f64x2.mul(im, im)));
    v128.store64_lane(magnitudes + (i << 2), f32x4.demote_f64x2_zero(magnitude), 0);
    v128.store64_lane(angles + (i << 2), f32x4.demote_f64x2_zero(angleOf(re, im)), 0);
  }
}

/**
 * Writes bins between two frames, and advances their phases.
 *
 * @param at address of the magnitudes of the first frame, `nextAt` of those of the second; `angles` bytes later are the angles
 * @param advances float64 of shape `[n]`
 * @param phases float32 of shape `[n]`, updated
 * @param output float32 of shape `[n, 2]`
 */
export function vocode64(
  at: usize,
  nextAt: usize,
  angles: usize,
  between: f64,
  advances: usize,
  phases: usize,
  n: usize,
  output: usize,
): void {
  const second = f64x2.splat(between);
  const first = f64x2.splat(1 - between);
  for (let i: usize = 0; i < n; i += 2) {
    const offset = i << 2;
    const phase = f64x2.promote_low_f32x4(v128.load64_zero(phases + offset));
    const magnitude = f64x2.add(
      f64x2.mul(first, f64x2.promote_low_f32x4(v128.load64_zero(at + offset))),
      f64x2.mul(second, f64x2.promote_low_f32x4(v128.load64_zero(nextAt + offset))),
    );
    writePolar(magnitude, withoutTurns(phase), output + (i << 3));
    const change = f32x4.sub(
      v128.load64_zero(nextAt + angles + offset),
      v128.load64_zero(at + angles + offset),
    );
    const advance = v128.load(advances + (i << 3));
    const deviation = withoutTurns(f64x2.sub(f64x2.promote_low_f32x4(change), advance));
    const advanced = f64x2.add(phase, f64x2.add(advance, deviation));
    v128.store64_lane(phases + offset, f32x4.demote_f64x2_zero(advanced), 0);
  }
}

@inline
function angleOf(re: v128, im: v128): v128 {
  const x = f64x2.abs(re);
  const y = f64x2.abs(im);
  const isSteep = f64x2.gt(y, x);
  const longer = v128.bitselect(y, x, isSteep);
  const shorter = v128.bitselect(x, y, isSteep);
  const isWide = f64x2.gt(shorter, f64x2.mul(numberAt(constants, 0), longer));
  const numerator = v128.bitselect(f64x2.sub(shorter, longer), shorter, isWide);
  const denominator = v128.bitselect(f64x2.add(shorter, longer), longer, isWide);
  const isPoint = f64x2.eq(denominator, f64x2.splat(0));
  const u = v128.andnot(f64x2.div(numerator, denominator), isPoint);
  let angle = f64x2.add(arcTangent(u), v128.and(isWide, numberAt(constants, 1)));
  angle = v128.bitselect(f64x2.sub(numberAt(constants, 2), angle), angle, isSteep);
  angle = v128.bitselect(f64x2.sub(numberAt(constants, 3), angle), angle, f64x2.lt(re, f64x2.splat(0)));
  return v128.bitselect(f64x2.neg(angle), angle, f64x2.lt(im, f64x2.splat(0)));
}

@inline
function arcTangent(u: v128): v128 {
  const z = f64x2.mul(u, u);
  const w = f64x2.mul(z, z);
  let even = step(numberAt(arcTangentEven, 0), w, arcTangentEven, 1);
  even = step(even, w, arcTangentEven, 2);
  even = step(even, w, arcTangentEven, 3);
  even = step(even, w, arcTangentEven, 4);
  even = step(even, w, arcTangentEven, 5);
  let odd = step(numberAt(arcTangentOdd, 0), w, arcTangentOdd, 1);
  odd = step(odd, w, arcTangentOdd, 2);
  odd = step(odd, w, arcTangentOdd, 3);
  odd = step(odd, w, arcTangentOdd, 4);
  return f64x2.sub(u, f64x2.mul(u, f64x2.add(f64x2.mul(z, even), f64x2.mul(w, odd))));
}

@inline
function withoutTurns(angle: v128): v128 {
  const turn = numberAt(constants, 4);
  return f64x2.sub(angle, f64x2.mul(turn, f64x2.nearest(f64x2.div(angle, turn))));
}

@inline
function writePolar(magnitude: v128, phase: v128, output: usize): void {
  const quarters = f64x2.nearest(f64x2.mul(phase, numberAt(constants, 5)));
  const rest = f64x2.sub(phase, f64x2.mul(quarters, numberAt(constants, 2)));
  const z = f64x2.mul(rest, rest);
  let s = step(numberAt(sines, 0), z, sines, 1);
  s = step(s, z, sines, 2);
  s = step(s, z, sines, 3);
  s = step(s, z, sines, 4);
  s = step(s, z, sines, 5);
  const sine = f64x2.add(rest, f64x2.mul(f64x2.mul(rest, z), s));
  let c = step(numberAt(cosines, 0), z, cosines, 1);
  c = step(c, z, cosines, 2);
  c = step(c, z, cosines, 3);
  c = step(c, z, cosines, 4);
  c = step(c, z, cosines, 5);
  const fall = f64x2.sub(f64x2.mul(numberAt(constants, 6), z), f64x2.mul(f64x2.mul(z, z), c));
  const cosine = f64x2.sub(numberAt(constants, 7), fall);
  const size = f64x2.abs(quarters);
  const isOdd = f64x2.eq(size, numberAt(constants, 7));
  const isBack = f64x2.eq(size, numberAt(constants, 8));
  const re = v128.bitselect(sine, cosine, isOdd);
  const im = v128.bitselect(cosine, sine, isOdd);
  const sign = f64x2.splat(-0.0);
  const reSign = v128.and(v128.or(isBack, f64x2.eq(quarters, numberAt(constants, 7))), sign);
  const imSign = v128.and(v128.or(isBack, f64x2.eq(quarters, numberAt(constants, 9))), sign);
  const outRe = f32x4.demote_f64x2_zero(f64x2.mul(magnitude, v128.xor(re, reSign)));
  const outIm = f32x4.demote_f64x2_zero(f64x2.mul(magnitude, v128.xor(im, imSign)));
  v128.store(output, v128.shuffle<f32>(outRe, outIm, 0, 4, 1, 5));
}
