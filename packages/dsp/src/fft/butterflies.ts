/** Complex numbers with real and imaginary parts in separate arrays. */
export interface ComplexArray {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** One step of an FFT: `nBlocks * stride` transforms of `radix` points each. */
export interface Pass {
  readonly radix: number;
  readonly nBlocks: number;
  readonly stride: number;

  /** Cosine and sine of the rotation of outputs 1, 2, … of a block, of shape `[nBlocks, radix - 1, 2]`. */
  readonly twiddles: Float64Array;
}

/**
 * The passes by radix. Each reads its points `nBlocks * stride` apart and writes them `stride` apart. They are unrolled,
 * because resampling spends most of its time in them.
 */
export const butterflies: Readonly<Record<number, (pass: Pass, x: ComplexArray, y: ComplexArray) => void>> = {
  2: radix2,
  3: radix3,
  4: radix4,
  5: radix5,
  7: radix7,
};

/** Writes a complex number multiplied by a twiddle factor. */
function turn(
  re: number,
  im: number,
  cosine: number,
  sine: number,
  yRe: Float64Array,
  yIm: Float64Array,
  at: number,
): void {
  yRe[at] = re * cosine - im * sine;
  yIm[at] = re * sine + im * cosine;
}

function radix2({ nBlocks, stride, twiddles }: Pass, x: ComplexArray, y: ComplexArray): void {
  const { re: xRe, im: xIm } = x;
  const { re: yRe, im: yIm } = y;
  const apart = nBlocks * stride;
  for (let block = 0; block < nBlocks; block++) {
    const cosine = twiddles[2 * block]!;
    const sine = twiddles[2 * block + 1]!;
    for (let i = block * stride, o = 2 * i, end = i + stride; i < end; i++, o++) {
      const aRe = xRe[i]!;
      const aIm = xIm[i]!;
      const bRe = xRe[i + apart]!;
      const bIm = xIm[i + apart]!;
      yRe[o] = aRe + bRe;
      yIm[o] = aIm + bIm;
      turn(aRe - bRe, aIm - bIm, cosine, sine, yRe, yIm, o + stride);
    }
  }
}

function radix4({ nBlocks, stride, twiddles }: Pass, x: ComplexArray, y: ComplexArray): void {
  const { re: xRe, im: xIm } = x;
  const { re: yRe, im: yIm } = y;
  const apart = nBlocks * stride;
  firstBlockOf4(stride, apart, x, y);
  for (let block = 1, t = 6; block < nBlocks; block++, t += 6) {
    const cos1 = twiddles[t]!;
    const sin1 = twiddles[t + 1]!;
    const cos2 = twiddles[t + 2]!;
    const sin2 = twiddles[t + 3]!;
    const cos3 = twiddles[t + 4]!;
    const sin3 = twiddles[t + 5]!;
    for (let i = block * stride, o = 4 * i, end = i + stride; i < end; i++, o++) {
      const aRe = xRe[i]!;
      const aIm = xIm[i]!;
      const bRe = xRe[i + apart]!;
      const bIm = xIm[i + apart]!;
      const cRe = xRe[i + 2 * apart]!;
      const cIm = xIm[i + 2 * apart]!;
      const dRe = xRe[i + 3 * apart]!;
      const dIm = xIm[i + 3 * apart]!;
      yRe[o] = aRe + cRe + (bRe + dRe);
      yIm[o] = aIm + cIm + (bIm + dIm);
      turn(aRe - cRe + (bIm - dIm), aIm - cIm - (bRe - dRe), cos1, sin1, yRe, yIm, o + stride);
      turn(aRe + cRe - (bRe + dRe), aIm + cIm - (bIm + dIm), cos2, sin2, yRe, yIm, o + 2 * stride);
      turn(aRe - cRe - (bIm - dIm), aIm - cIm + (bRe - dRe), cos3, sin3, yRe, yIm, o + 3 * stride);
    }
  }
}

/** The first block, whose outputs are not rotated. */
function firstBlockOf4(stride: number, apart: number, x: ComplexArray, y: ComplexArray): void {
  const { re: xRe, im: xIm } = x;
  const { re: yRe, im: yIm } = y;
  for (let i = 0; i < stride; i++) {
    const aRe = xRe[i]!;
    const aIm = xIm[i]!;
    const bRe = xRe[i + apart]!;
    const bIm = xIm[i + apart]!;
    const cRe = xRe[i + 2 * apart]!;
    const cIm = xIm[i + 2 * apart]!;
    const dRe = xRe[i + 3 * apart]!;
    const dIm = xIm[i + 3 * apart]!;
    yRe[i] = aRe + cRe + (bRe + dRe);
    yIm[i] = aIm + cIm + (bIm + dIm);
    yRe[i + stride] = aRe - cRe + (bIm - dIm);
    yIm[i + stride] = aIm - cIm - (bRe - dRe);
    yRe[i + 2 * stride] = aRe + cRe - (bRe + dRe);
    yIm[i + 2 * stride] = aIm + cIm - (bIm + dIm);
    yRe[i + 3 * stride] = aRe - cRe - (bIm - dIm);
    yIm[i + 3 * stride] = aIm - cIm + (bRe - dRe);
  }
}

// For odd radices, the points other than the first form pairs. Outputs k and -k weight the sums of the pairs with the
// same cosines, and their differences with opposite sines.

const cos1of3 = Math.cos((2 * Math.PI) / 3);
const sin1of3 = Math.sin((2 * Math.PI) / 3);

function radix3({ nBlocks, stride, twiddles: w }: Pass, x: ComplexArray, y: ComplexArray): void {
  const { re: xRe, im: xIm } = x;
  const { re: yRe, im: yIm } = y;
  const apart = nBlocks * stride;
  for (let block = 0, t = 0; block < nBlocks; block++, t += 4) {
    for (let i = block * stride, o = 3 * i, end = i + stride; i < end; i++, o++) {
      const re = xRe[i]!;
      const im = xIm[i]!;
      const sumRe = xRe[i + apart]! + xRe[i + 2 * apart]!;
      const sumIm = xIm[i + apart]! + xIm[i + 2 * apart]!;
      const diffRe = xRe[i + apart]! - xRe[i + 2 * apart]!;
      const diffIm = xIm[i + apart]! - xIm[i + 2 * apart]!;
      yRe[o] = re + sumRe;
      yIm[o] = im + sumIm;
      const evenRe = re + cos1of3 * sumRe;
      const evenIm = im + cos1of3 * sumIm;
      const oddRe = sin1of3 * diffRe;
      const oddIm = sin1of3 * diffIm;
      turn(evenRe + oddIm, evenIm - oddRe, w[t]!, w[t + 1]!, yRe, yIm, o + stride);
      turn(evenRe - oddIm, evenIm + oddRe, w[t + 2]!, w[t + 3]!, yRe, yIm, o + 2 * stride);
    }
  }
}

const cos1of5 = Math.cos((2 * Math.PI) / 5);
const sin1of5 = Math.sin((2 * Math.PI) / 5);
const cos2of5 = Math.cos((4 * Math.PI) / 5);
const sin2of5 = Math.sin((4 * Math.PI) / 5);

function radix5({ nBlocks, stride, twiddles: w }: Pass, x: ComplexArray, y: ComplexArray): void {
  const { re: xRe, im: xIm } = x;
  const { re: yRe, im: yIm } = y;
  const apart = nBlocks * stride;
  for (let block = 0, t = 0; block < nBlocks; block++, t += 8) {
    for (let i = block * stride, o = 5 * i, end = i + stride; i < end; i++, o++) {
      const re = xRe[i]!;
      const im = xIm[i]!;
      const sum1Re = xRe[i + apart]! + xRe[i + 4 * apart]!;
      const sum1Im = xIm[i + apart]! + xIm[i + 4 * apart]!;
      const diff1Re = xRe[i + apart]! - xRe[i + 4 * apart]!;
      const diff1Im = xIm[i + apart]! - xIm[i + 4 * apart]!;
      const sum2Re = xRe[i + 2 * apart]! + xRe[i + 3 * apart]!;
      const sum2Im = xIm[i + 2 * apart]! + xIm[i + 3 * apart]!;
      const diff2Re = xRe[i + 2 * apart]! - xRe[i + 3 * apart]!;
      const diff2Im = xIm[i + 2 * apart]! - xIm[i + 3 * apart]!;
      yRe[o] = re + sum1Re + sum2Re;
      yIm[o] = im + sum1Im + sum2Im;
      const even1Re = re + cos1of5 * sum1Re + cos2of5 * sum2Re;
      const even1Im = im + cos1of5 * sum1Im + cos2of5 * sum2Im;
      const odd1Re = sin1of5 * diff1Re + sin2of5 * diff2Re;
      const odd1Im = sin1of5 * diff1Im + sin2of5 * diff2Im;
      turn(even1Re + odd1Im, even1Im - odd1Re, w[t]!, w[t + 1]!, yRe, yIm, o + stride);
      turn(even1Re - odd1Im, even1Im + odd1Re, w[t + 6]!, w[t + 7]!, yRe, yIm, o + 4 * stride);
      const even2Re = re + cos2of5 * sum1Re + cos1of5 * sum2Re;
      const even2Im = im + cos2of5 * sum1Im + cos1of5 * sum2Im;
      const odd2Re = sin2of5 * diff1Re - sin1of5 * diff2Re;
      const odd2Im = sin2of5 * diff1Im - sin1of5 * diff2Im;
      turn(even2Re + odd2Im, even2Im - odd2Re, w[t + 2]!, w[t + 3]!, yRe, yIm, o + 2 * stride);
      turn(even2Re - odd2Im, even2Im + odd2Re, w[t + 4]!, w[t + 5]!, yRe, yIm, o + 3 * stride);
    }
  }
}

const cos1of7 = Math.cos((2 * Math.PI) / 7);
const sin1of7 = Math.sin((2 * Math.PI) / 7);
const cos2of7 = Math.cos((4 * Math.PI) / 7);
const sin2of7 = Math.sin((4 * Math.PI) / 7);
const cos3of7 = Math.cos((6 * Math.PI) / 7);
const sin3of7 = Math.sin((6 * Math.PI) / 7);

function radix7({ nBlocks, stride, twiddles: w }: Pass, x: ComplexArray, y: ComplexArray): void {
  const { re: xRe, im: xIm } = x;
  const { re: yRe, im: yIm } = y;
  const apart = nBlocks * stride;
  for (let block = 0, t = 0; block < nBlocks; block++, t += 12) {
    for (let i = block * stride, o = 7 * i, end = i + stride; i < end; i++, o++) {
      const re = xRe[i]!;
      const im = xIm[i]!;
      const sum1Re = xRe[i + apart]! + xRe[i + 6 * apart]!;
      const sum1Im = xIm[i + apart]! + xIm[i + 6 * apart]!;
      const diff1Re = xRe[i + apart]! - xRe[i + 6 * apart]!;
      const diff1Im = xIm[i + apart]! - xIm[i + 6 * apart]!;
      const sum2Re = xRe[i + 2 * apart]! + xRe[i + 5 * apart]!;
      const sum2Im = xIm[i + 2 * apart]! + xIm[i + 5 * apart]!;
      const diff2Re = xRe[i + 2 * apart]! - xRe[i + 5 * apart]!;
      const diff2Im = xIm[i + 2 * apart]! - xIm[i + 5 * apart]!;
      const sum3Re = xRe[i + 3 * apart]! + xRe[i + 4 * apart]!;
      const sum3Im = xIm[i + 3 * apart]! + xIm[i + 4 * apart]!;
      const diff3Re = xRe[i + 3 * apart]! - xRe[i + 4 * apart]!;
      const diff3Im = xIm[i + 3 * apart]! - xIm[i + 4 * apart]!;
      yRe[o] = re + sum1Re + sum2Re + sum3Re;
      yIm[o] = im + sum1Im + sum2Im + sum3Im;
      const even1Re = re + cos1of7 * sum1Re + cos2of7 * sum2Re + cos3of7 * sum3Re;
      const even1Im = im + cos1of7 * sum1Im + cos2of7 * sum2Im + cos3of7 * sum3Im;
      const odd1Re = sin1of7 * diff1Re + sin2of7 * diff2Re + sin3of7 * diff3Re;
      const odd1Im = sin1of7 * diff1Im + sin2of7 * diff2Im + sin3of7 * diff3Im;
      turn(even1Re + odd1Im, even1Im - odd1Re, w[t]!, w[t + 1]!, yRe, yIm, o + stride);
      turn(even1Re - odd1Im, even1Im + odd1Re, w[t + 10]!, w[t + 11]!, yRe, yIm, o + 6 * stride);
      const even2Re = re + cos2of7 * sum1Re + cos3of7 * sum2Re + cos1of7 * sum3Re;
      const even2Im = im + cos2of7 * sum1Im + cos3of7 * sum2Im + cos1of7 * sum3Im;
      const odd2Re = sin2of7 * diff1Re - sin3of7 * diff2Re - sin1of7 * diff3Re;
      const odd2Im = sin2of7 * diff1Im - sin3of7 * diff2Im - sin1of7 * diff3Im;
      turn(even2Re + odd2Im, even2Im - odd2Re, w[t + 2]!, w[t + 3]!, yRe, yIm, o + 2 * stride);
      turn(even2Re - odd2Im, even2Im + odd2Re, w[t + 8]!, w[t + 9]!, yRe, yIm, o + 5 * stride);
      const even3Re = re + cos3of7 * sum1Re + cos1of7 * sum2Re + cos2of7 * sum3Re;
      const even3Im = im + cos3of7 * sum1Im + cos1of7 * sum2Im + cos2of7 * sum3Im;
      const odd3Re = sin3of7 * diff1Re - sin1of7 * diff2Re + sin2of7 * diff3Re;
      const odd3Im = sin3of7 * diff1Im - sin1of7 * diff2Im + sin2of7 * diff3Im;
      turn(even3Re + odd3Im, even3Im - odd3Re, w[t + 4]!, w[t + 5]!, yRe, yIm, o + 3 * stride);
      turn(even3Re - odd3Im, even3Im + odd3Re, w[t + 6]!, w[t + 7]!, yRe, yIm, o + 4 * stride);
    }
  }
}
