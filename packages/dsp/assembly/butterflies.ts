// See src/fft/butterflies.ts. Real and imaginary parts `[size, 2]` are in separate arrays.

// The constants are those of `Math.cos` and `Math.sin` in V8, to the last digit.
const cos1of3Value: f64 = -0.4999999999999998;
const sin1of3Value: f64 = 0.8660254037844387;
const cos1of5Value: f64 = 0.30901699437494745;
const sin1of5Value: f64 = 0.9510565162951535;
const cos2of5Value: f64 = -0.8090169943749473;
const sin2of5Value: f64 = 0.5877852522924732;
const cos1of7Value: f64 = 0.6234898018587336;
const sin1of7Value: f64 = 0.7818314824680298;
const cos2of7Value: f64 = -0.22252093395631434;
const sin2of7Value: f64 = 0.9749279121818236;
const cos3of7Value: f64 = -0.900968867902419;
const sin3of7Value: f64 = 0.43388373911755823;

@inline
function at(array: usize, i: usize): v128 {
  return v128.load(array + (i << 4));
}

@inline
function put(array: usize, i: usize, value: v128): void {
  v128.store(array + (i << 4), value);
}

@inline
function factor(twiddles: usize, i: usize): v128 {
  return v128.load64_splat(twiddles + (i << 3));
}

/** Writes a complex number multiplied by a twiddle factor. */
@inline
function turn(re: v128, im: v128, cosine: v128, sine: v128, yRe: usize, yIm: usize, i: usize): void {
  put(yRe, i, f64x2.sub(f64x2.mul(re, cosine), f64x2.mul(im, sine)));
  put(yIm, i, f64x2.add(f64x2.mul(re, sine), f64x2.mul(im, cosine)));
}

export function radix2(
  nBlocks: usize,
  stride: usize,
  twiddles: usize,
  xRe: usize,
  xIm: usize,
  yRe: usize,
  yIm: usize,
): void {
  const apart = nBlocks * stride;
  for (let block: usize = 0; block < nBlocks; block++) {
    const cosine = factor(twiddles, 2 * block);
    const sine = factor(twiddles, 2 * block + 1);
    for (let i = block * stride, o = 2 * i, end = i + stride; i < end; i++, o++) {
      const aRe = at(xRe, i);
      const aIm = at(xIm, i);
      const bRe = at(xRe, i + apart);
      const bIm = at(xIm, i + apart);
      put(yRe, o, f64x2.add(aRe, bRe));
      put(yIm, o, f64x2.add(aIm, bIm));
      turn(f64x2.sub(aRe, bRe), f64x2.sub(aIm, bIm), cosine, sine, yRe, yIm, o + stride);
    }
  }
}

export function radix3(
  nBlocks: usize,
  stride: usize,
  twiddles: usize,
  xRe: usize,
  xIm: usize,
  yRe: usize,
  yIm: usize,
): void {
  const cos1of3 = f64x2.splat(cos1of3Value);
  const sin1of3 = f64x2.splat(sin1of3Value);
  const apart = nBlocks * stride;
  for (let block: usize = 0, t: usize = 0; block < nBlocks; block++, t += 4) {
    for (let i = block * stride, o = 3 * i, end = i + stride; i < end; i++, o++) {
      const re = at(xRe, i);
      const im = at(xIm, i);
      const secondRe = at(xRe, i + apart);
      const secondIm = at(xIm, i + apart);
      const thirdRe = at(xRe, i + 2 * apart);
      const thirdIm = at(xIm, i + 2 * apart);
      const sumRe = f64x2.add(secondRe, thirdRe);
      const sumIm = f64x2.add(secondIm, thirdIm);
      const diffRe = f64x2.sub(secondRe, thirdRe);
      const diffIm = f64x2.sub(secondIm, thirdIm);
      put(yRe, o, f64x2.add(re, sumRe));
      put(yIm, o, f64x2.add(im, sumIm));
      const evenRe = f64x2.add(re, f64x2.mul(cos1of3, sumRe));
      const evenIm = f64x2.add(im, f64x2.mul(cos1of3, sumIm));
      const oddRe = f64x2.mul(sin1of3, diffRe);
      const oddIm = f64x2.mul(sin1of3, diffIm);
      turn(f64x2.add(evenRe, oddIm), f64x2.sub(evenIm, oddRe), factor(twiddles, t), factor(twiddles, t + 1), yRe, yIm, o + stride);
      turn(f64x2.sub(evenRe, oddIm), f64x2.add(evenIm, oddRe), factor(twiddles, t + 2), factor(twiddles, t + 3), yRe, yIm, o + 2 * stride);
    }
  }
}

export function radix4(
  nBlocks: usize,
  stride: usize,
  twiddles: usize,
  xRe: usize,
  xIm: usize,
  yRe: usize,
  yIm: usize,
): void {
  const apart = nBlocks * stride;
  firstBlockOf4(stride, apart, xRe, xIm, yRe, yIm);
  for (let block: usize = 1, t: usize = 6; block < nBlocks; block++, t += 6) {
    const cos1 = factor(twiddles, t);
    const sin1 = factor(twiddles, t + 1);
    const cos2 = factor(twiddles, t + 2);
    const sin2 = factor(twiddles, t + 3);
    const cos3 = factor(twiddles, t + 4);
    const sin3 = factor(twiddles, t + 5);
    for (let i = block * stride, o = 4 * i, end = i + stride; i < end; i++, o++) {
      const aRe = at(xRe, i);
      const aIm = at(xIm, i);
      const bRe = at(xRe, i + apart);
      const bIm = at(xIm, i + apart);
      const cRe = at(xRe, i + 2 * apart);
      const cIm = at(xIm, i + 2 * apart);
      const dRe = at(xRe, i + 3 * apart);
      const dIm = at(xIm, i + 3 * apart);
      put(yRe, o, f64x2.add(f64x2.add(aRe, cRe), f64x2.add(bRe, dRe)));
      put(yIm, o, f64x2.add(f64x2.add(aIm, cIm), f64x2.add(bIm, dIm)));
      turn(f64x2.add(f64x2.sub(aRe, cRe), f64x2.sub(bIm, dIm)), f64x2.sub(f64x2.sub(aIm, cIm), f64x2.sub(bRe, dRe)), cos1, sin1, yRe, yIm, o + stride);
      turn(f64x2.sub(f64x2.add(aRe, cRe), f64x2.add(bRe, dRe)), f64x2.sub(f64x2.add(aIm, cIm), f64x2.add(bIm, dIm)), cos2, sin2, yRe, yIm, o + 2 * stride);
      turn(f64x2.sub(f64x2.sub(aRe, cRe), f64x2.sub(bIm, dIm)), f64x2.add(f64x2.sub(aIm, cIm), f64x2.sub(bRe, dRe)), cos3, sin3, yRe, yIm, o + 3 * stride);
    }
  }
}

/** The first block, whose outputs are not rotated. */
function firstBlockOf4(stride: usize, apart: usize, xRe: usize, xIm: usize, yRe: usize, yIm: usize): void {
  for (let i: usize = 0; i < stride; i++) {
    const aRe = at(xRe, i);
    const aIm = at(xIm, i);
    const bRe = at(xRe, i + apart);
    const bIm = at(xIm, i + apart);
    const cRe = at(xRe, i + 2 * apart);
    const cIm = at(xIm, i + 2 * apart);
    const dRe = at(xRe, i + 3 * apart);
    const dIm = at(xIm, i + 3 * apart);
    put(yRe, i, f64x2.add(f64x2.add(aRe, cRe), f64x2.add(bRe, dRe)));
    put(yIm, i, f64x2.add(f64x2.add(aIm, cIm), f64x2.add(bIm, dIm)));
    put(yRe, i + stride, f64x2.add(f64x2.sub(aRe, cRe), f64x2.sub(bIm, dIm)));
    put(yIm, i + stride, f64x2.sub(f64x2.sub(aIm, cIm), f64x2.sub(bRe, dRe)));
    put(yRe, i + 2 * stride, f64x2.sub(f64x2.add(aRe, cRe), f64x2.add(bRe, dRe)));
    put(yIm, i + 2 * stride, f64x2.sub(f64x2.add(aIm, cIm), f64x2.add(bIm, dIm)));
    put(yRe, i + 3 * stride, f64x2.sub(f64x2.sub(aRe, cRe), f64x2.sub(bIm, dIm)));
    put(yIm, i + 3 * stride, f64x2.add(f64x2.sub(aIm, cIm), f64x2.sub(bRe, dRe)));
  }
}

export function radix5(
  nBlocks: usize,
  stride: usize,
  twiddles: usize,
  xRe: usize,
  xIm: usize,
  yRe: usize,
  yIm: usize,
): void {
  const cos1of5 = f64x2.splat(cos1of5Value);
  const cos2of5 = f64x2.splat(cos2of5Value);
  const sin1of5 = f64x2.splat(sin1of5Value);
  const sin2of5 = f64x2.splat(sin2of5Value);
  const apart = nBlocks * stride;
  for (let block: usize = 0, t: usize = 0; block < nBlocks; block++, t += 8) {
    for (let i = block * stride, o = 5 * i, end = i + stride; i < end; i++, o++) {
      const re = at(xRe, i);
      const im = at(xIm, i);
      const sum1Re = f64x2.add(at(xRe, i + apart), at(xRe, i + 4 * apart));
      const sum1Im = f64x2.add(at(xIm, i + apart), at(xIm, i + 4 * apart));
      const diff1Re = f64x2.sub(at(xRe, i + apart), at(xRe, i + 4 * apart));
      const diff1Im = f64x2.sub(at(xIm, i + apart), at(xIm, i + 4 * apart));
      const sum2Re = f64x2.add(at(xRe, i + 2 * apart), at(xRe, i + 3 * apart));
      const sum2Im = f64x2.add(at(xIm, i + 2 * apart), at(xIm, i + 3 * apart));
      const diff2Re = f64x2.sub(at(xRe, i + 2 * apart), at(xRe, i + 3 * apart));
      const diff2Im = f64x2.sub(at(xIm, i + 2 * apart), at(xIm, i + 3 * apart));
      put(yRe, o, f64x2.add(f64x2.add(re, sum1Re), sum2Re));
      put(yIm, o, f64x2.add(f64x2.add(im, sum1Im), sum2Im));
      const even1Re = f64x2.add(f64x2.add(re, f64x2.mul(cos1of5, sum1Re)), f64x2.mul(cos2of5, sum2Re));
      const even1Im = f64x2.add(f64x2.add(im, f64x2.mul(cos1of5, sum1Im)), f64x2.mul(cos2of5, sum2Im));
      const odd1Re = f64x2.add(f64x2.mul(sin1of5, diff1Re), f64x2.mul(sin2of5, diff2Re));
      const odd1Im = f64x2.add(f64x2.mul(sin1of5, diff1Im), f64x2.mul(sin2of5, diff2Im));
      turn(f64x2.add(even1Re, odd1Im), f64x2.sub(even1Im, odd1Re), factor(twiddles, t), factor(twiddles, t + 1), yRe, yIm, o + stride);
      turn(f64x2.sub(even1Re, odd1Im), f64x2.add(even1Im, odd1Re), factor(twiddles, t + 6), factor(twiddles, t + 7), yRe, yIm, o + 4 * stride);
      const even2Re = f64x2.add(f64x2.add(re, f64x2.mul(cos2of5, sum1Re)), f64x2.mul(cos1of5, sum2Re));
      const even2Im = f64x2.add(f64x2.add(im, f64x2.mul(cos2of5, sum1Im)), f64x2.mul(cos1of5, sum2Im));
      const odd2Re = f64x2.sub(f64x2.mul(sin2of5, diff1Re), f64x2.mul(sin1of5, diff2Re));
      const odd2Im = f64x2.sub(f64x2.mul(sin2of5, diff1Im), f64x2.mul(sin1of5, diff2Im));
      turn(f64x2.add(even2Re, odd2Im), f64x2.sub(even2Im, odd2Re), factor(twiddles, t + 2), factor(twiddles, t + 3), yRe, yIm, o + 2 * stride);
      turn(f64x2.sub(even2Re, odd2Im), f64x2.add(even2Im, odd2Re), factor(twiddles, t + 4), factor(twiddles, t + 5), yRe, yIm, o + 3 * stride);
    }
  }
}

export function radix7(
  nBlocks: usize,
  stride: usize,
  twiddles: usize,
  xRe: usize,
  xIm: usize,
  yRe: usize,
  yIm: usize,
): void {
  const cos1of7 = f64x2.splat(cos1of7Value);
  const cos2of7 = f64x2.splat(cos2of7Value);
  const cos3of7 = f64x2.splat(cos3of7Value);
  const sin1of7 = f64x2.splat(sin1of7Value);
  const sin2of7 = f64x2.splat(sin2of7Value);
  const sin3of7 = f64x2.splat(sin3of7Value);
  const apart = nBlocks * stride;
  for (let block: usize = 0, t: usize = 0; block < nBlocks; block++, t += 12) {
    for (let i = block * stride, o = 7 * i, end = i + stride; i < end; i++, o++) {
      const re = at(xRe, i);
      const im = at(xIm, i);
      const sum1Re = f64x2.add(at(xRe, i + apart), at(xRe, i + 6 * apart));
      const sum1Im = f64x2.add(at(xIm, i + apart), at(xIm, i + 6 * apart));
      const diff1Re = f64x2.sub(at(xRe, i + apart), at(xRe, i + 6 * apart));
      const diff1Im = f64x2.sub(at(xIm, i + apart), at(xIm, i + 6 * apart));
      const sum2Re = f64x2.add(at(xRe, i + 2 * apart), at(xRe, i + 5 * apart));
      const sum2Im = f64x2.add(at(xIm, i + 2 * apart), at(xIm, i + 5 * apart));
      const diff2Re = f64x2.sub(at(xRe, i + 2 * apart), at(xRe, i + 5 * apart));
      const diff2Im = f64x2.sub(at(xIm, i + 2 * apart), at(xIm, i + 5 * apart));
      const sum3Re = f64x2.add(at(xRe, i + 3 * apart), at(xRe, i + 4 * apart));
      const sum3Im = f64x2.add(at(xIm, i + 3 * apart), at(xIm, i + 4 * apart));
      const diff3Re = f64x2.sub(at(xRe, i + 3 * apart), at(xRe, i + 4 * apart));
      const diff3Im = f64x2.sub(at(xIm, i + 3 * apart), at(xIm, i + 4 * apart));
      put(yRe, o, f64x2.add(f64x2.add(f64x2.add(re, sum1Re), sum2Re), sum3Re));
      put(yIm, o, f64x2.add(f64x2.add(f64x2.add(im, sum1Im), sum2Im), sum3Im));
      const even1Re = f64x2.add(f64x2.add(f64x2.add(re, f64x2.mul(cos1of7, sum1Re)), f64x2.mul(cos2of7, sum2Re)), f64x2.mul(cos3of7, sum3Re));
      const even1Im = f64x2.add(f64x2.add(f64x2.add(im, f64x2.mul(cos1of7, sum1Im)), f64x2.mul(cos2of7, sum2Im)), f64x2.mul(cos3of7, sum3Im));
      const odd1Re = f64x2.add(f64x2.add(f64x2.mul(sin1of7, diff1Re), f64x2.mul(sin2of7, diff2Re)), f64x2.mul(sin3of7, diff3Re));
      const odd1Im = f64x2.add(f64x2.add(f64x2.mul(sin1of7, diff1Im), f64x2.mul(sin2of7, diff2Im)), f64x2.mul(sin3of7, diff3Im));
      turn(f64x2.add(even1Re, odd1Im), f64x2.sub(even1Im, odd1Re), factor(twiddles, t), factor(twiddles, t + 1), yRe, yIm, o + stride);
      turn(f64x2.sub(even1Re, odd1Im), f64x2.add(even1Im, odd1Re), factor(twiddles, t + 10), factor(twiddles, t + 11), yRe, yIm, o + 6 * stride);
      const even2Re = f64x2.add(f64x2.add(f64x2.add(re, f64x2.mul(cos2of7, sum1Re)), f64x2.mul(cos3of7, sum2Re)), f64x2.mul(cos1of7, sum3Re));
      const even2Im = f64x2.add(f64x2.add(f64x2.add(im, f64x2.mul(cos2of7, sum1Im)), f64x2.mul(cos3of7, sum2Im)), f64x2.mul(cos1of7, sum3Im));
      const odd2Re = f64x2.sub(f64x2.sub(f64x2.mul(sin2of7, diff1Re), f64x2.mul(sin3of7, diff2Re)), f64x2.mul(sin1of7, diff3Re));
      const odd2Im = f64x2.sub(f64x2.sub(f64x2.mul(sin2of7, diff1Im), f64x2.mul(sin3of7, diff2Im)), f64x2.mul(sin1of7, diff3Im));
      turn(f64x2.add(even2Re, odd2Im), f64x2.sub(even2Im, odd2Re), factor(twiddles, t + 2), factor(twiddles, t + 3), yRe, yIm, o + 2 * stride);
      turn(f64x2.sub(even2Re, odd2Im), f64x2.add(even2Im, odd2Re), factor(twiddles, t + 8), factor(twiddles, t + 9), yRe, yIm, o + 5 * stride);
      const even3Re = f64x2.add(f64x2.add(f64x2.add(re, f64x2.mul(cos3of7, sum1Re)), f64x2.mul(cos1of7, sum2Re)), f64x2.mul(cos2of7, sum3Re));
      const even3Im = f64x2.add(f64x2.add(f64x2.add(im, f64x2.mul(cos3of7, sum1Im)), f64x2.mul(cos1of7, sum2Im)), f64x2.mul(cos2of7, sum3Im));
      const odd3Re = f64x2.add(f64x2.sub(f64x2.mul(sin3of7, diff1Re), f64x2.mul(sin1of7, diff2Re)), f64x2.mul(sin2of7, diff3Re));
      const odd3Im = f64x2.add(f64x2.sub(f64x2.mul(sin3of7, diff1Im), f64x2.mul(sin1of7, diff2Im)), f64x2.mul(sin2of7, diff3Im));
      turn(f64x2.add(even3Re, odd3Im), f64x2.sub(even3Im, odd3Re), factor(twiddles, t + 4), factor(twiddles, t + 5), yRe, yIm, o + 3 * stride);
      turn(f64x2.sub(even3Re, odd3Im), f64x2.add(even3Im, odd3Re), factor(twiddles, t + 6), factor(twiddles, t + 7), yRe, yIm, o + 4 * stride);
    }
  }
}
