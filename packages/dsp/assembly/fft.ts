// See src/fft/powerOfTwoFft.ts.

/** Bytes of a complex number of two frames. */
const complex: usize = 32;

/**
 * Fourier transforms of complex numbers `[size, 2, 2]`.
 *
 * @param size a power of two from 4 on
 * @param inputs for each block of the first pass, the position of its first input, as int32
 * @param twiddles cosine and sine of three angles for each output of a block, pass by pass
 */
export function fft64(input: usize, output: usize, size: usize, inputs: usize, twiddles: usize): void {
  const isEven = (ctz(size) & 1) === 0;
  if (isEven) firstPassOf4(input, output, size, inputs);
  else firstPassOf8(input, output, size, inputs);
  for (let length: usize = isEven ? 4 : 8; length < size; length <<= 2) {
    passOf4(output, length, size, twiddles);
    twiddles += length * 6 * 8;
  }
}

function firstPassOf4(x: usize, y: usize, size: usize, inputs: usize): void {
  const apart = (size >> 2) * complex;
  const end = inputs + size;
  for (; inputs < end; inputs += 4, y += 4 * complex) {
    const a = x + <usize>load<u32>(inputs) * complex;
    const b = a + apart;
    const c = b + apart;
    const d = c + apart;
    const aRe = v128.load(a);
    const aIm = v128.load(a, 16);
    const bRe = v128.load(b);
    const bIm = v128.load(b, 16);
    const cRe = v128.load(c);
    const cIm = v128.load(c, 16);
    const dRe = v128.load(d);
    const dIm = v128.load(d, 16);
    const sumRe = f64x2.add(aRe, cRe);
    const sumIm = f64x2.add(aIm, cIm);
    const diffRe = f64x2.sub(aRe, cRe);
    const diffIm = f64x2.sub(aIm, cIm);
    const oddSumRe = f64x2.add(bRe, dRe);
    const oddSumIm = f64x2.add(bIm, dIm);
    const oddDiffRe = f64x2.sub(bRe, dRe);
    const oddDiffIm = f64x2.sub(bIm, dIm);
    v128.store(y, f64x2.add(sumRe, oddSumRe));
    v128.store(y, f64x2.add(sumIm, oddSumIm), 16);
    v128.store(y, f64x2.add(diffRe, oddDiffIm), 32);
    v128.store(y, f64x2.sub(diffIm, oddDiffRe), 48);
    v128.store(y, f64x2.sub(sumRe, oddSumRe), 64);
    v128.store(y, f64x2.sub(sumIm, oddSumIm), 80);
    v128.store(y, f64x2.sub(diffRe, oddDiffIm), 96);
    v128.store(y, f64x2.add(diffIm, oddDiffRe), 112);
  }
}

function firstPassOf8(x: usize, y: usize, size: usize, inputs: usize): void {
  const apart = (size >> 3) * complex;
  const end = inputs + (size >> 1);
  const eighth = f64x2.splat(0.7071067811865476);
  const minusEighth = f64x2.splat(-0.7071067811865476);
  for (; inputs < end; inputs += 4, y += 8 * complex) {
    const a = x + <usize>load<u32>(inputs) * complex;
    const c = a + 2 * apart;
    const e = a + 4 * apart;
    const g = a + 6 * apart;
    const b = a + apart;
    const d = c + apart;
    const f = e + apart;
    const h = g + apart;
    const sum0Re = f64x2.add(v128.load(a), v128.load(e));
    const sum0Im = f64x2.add(v128.load(a, 16), v128.load(e, 16));
    const diff0Re = f64x2.sub(v128.load(a), v128.load(e));
    const diff0Im = f64x2.sub(v128.load(a, 16), v128.load(e, 16));
    const sum2Re = f64x2.add(v128.load(c), v128.load(g));
    const sum2Im = f64x2.add(v128.load(c, 16), v128.load(g, 16));
    const diff2Re = f64x2.sub(v128.load(c), v128.load(g));
    const diff2Im = f64x2.sub(v128.load(c, 16), v128.load(g, 16));
    const sum1Re = f64x2.add(v128.load(b), v128.load(f));
    const sum1Im = f64x2.add(v128.load(b, 16), v128.load(f, 16));
    const diff1Re = f64x2.sub(v128.load(b), v128.load(f));
    const diff1Im = f64x2.sub(v128.load(b, 16), v128.load(f, 16));
    const sum3Re = f64x2.add(v128.load(d), v128.load(h));
    const sum3Im = f64x2.add(v128.load(d, 16), v128.load(h, 16));
    const diff3Re = f64x2.sub(v128.load(d), v128.load(h));
    const diff3Im = f64x2.sub(v128.load(d, 16), v128.load(h, 16));
    const odd0Re = f64x2.add(sum1Re, sum3Re);
    const odd0Im = f64x2.add(sum1Im, sum3Im);
    const plainRe = f64x2.add(diff1Re, diff3Im);
    const plainIm = f64x2.sub(diff1Im, diff3Re);
    const odd1Re = f64x2.mul(f64x2.add(plainRe, plainIm), eighth);
    const odd1Im = f64x2.mul(f64x2.sub(plainIm, plainRe), eighth);
    const odd2Re = f64x2.sub(sum1Im, sum3Im);
    const odd2Im = f64x2.sub(sum3Re, sum1Re);
    const mirrorRe = f64x2.sub(diff1Re, diff3Im);
    const mirrorIm = f64x2.add(diff1Im, diff3Re);
    const odd3Re = f64x2.mul(f64x2.sub(mirrorIm, mirrorRe), eighth);
    const odd3Im = f64x2.mul(f64x2.add(mirrorRe, mirrorIm), minusEighth);
    const evenRe = f64x2.add(sum0Re, sum2Re);
    const evenIm = f64x2.add(sum0Im, sum2Im);
    const rightRe = f64x2.add(diff0Re, diff2Im);
    const rightIm = f64x2.sub(diff0Im, diff2Re);
    const backRe = f64x2.sub(sum0Re, sum2Re);
    const backIm = f64x2.sub(sum0Im, sum2Im);
    const leftRe = f64x2.sub(diff0Re, diff2Im);
    const leftIm = f64x2.add(diff0Im, diff2Re);
    v128.store(y, f64x2.add(evenRe, odd0Re));
    v128.store(y, f64x2.add(evenIm, odd0Im), 16);
    v128.store(y, f64x2.add(rightRe, odd1Re), 32);
    v128.store(y, f64x2.add(rightIm, odd1Im), 48);
    v128.store(y, f64x2.add(backRe, odd2Re), 64);
    v128.store(y, f64x2.add(backIm, odd2Im), 80);
    v128.store(y, f64x2.add(leftRe, odd3Re), 96);
    v128.store(y, f64x2.add(leftIm, odd3Im), 112);
    v128.store(y, f64x2.sub(evenRe, odd0Re), 128);
    v128.store(y, f64x2.sub(evenIm, odd0Im), 144);
    v128.store(y, f64x2.sub(rightRe, odd1Re), 160);
    v128.store(y, f64x2.sub(rightIm, odd1Im), 176);
    v128.store(y, f64x2.sub(backRe, odd2Re), 192);
    v128.store(y, f64x2.sub(backIm, odd2Im), 208);
    v128.store(y, f64x2.sub(leftRe, odd3Re), 224);
    v128.store(y, f64x2.sub(leftIm, odd3Im), 240);
  }
}

/** Combines four adjacent transforms of `length` into one, in place. */
function passOf4(y: usize, length: usize, size: usize, twiddles: usize): void {
  const apart = length * complex;
  const unit = 8;
  const end = y + size * complex;
  for (let start = y; start < end; start += 4 * apart) {
    let t = twiddles;
    for (let a = start; a < start + apart; a += complex, t += 6 * unit) {
      const b = a + apart;
      const c = b + apart;
      const d = c + apart;
      const bRe0 = v128.load(b);
      const bIm0 = v128.load(b, 16);
      const cos1 = v128.load64_splat(t);
      const sin1 = v128.load64_splat(t + unit);
      const bRe = f64x2.sub(f64x2.mul(bRe0, cos1), f64x2.mul(bIm0, sin1));
      const bIm = f64x2.add(f64x2.mul(bRe0, sin1), f64x2.mul(bIm0, cos1));
      const cRe0 = v128.load(c);
      const cIm0 = v128.load(c, 16);
      const cos2 = v128.load64_splat(t + 2 * unit);
      const sin2 = v128.load64_splat(t + 3 * unit);
      const cRe = f64x2.sub(f64x2.mul(cRe0, cos2), f64x2.mul(cIm0, sin2));
      const cIm = f64x2.add(f64x2.mul(cRe0, sin2), f64x2.mul(cIm0, cos2));
      const dRe0 = v128.load(d);
      const dIm0 = v128.load(d, 16);
      const cos3 = v128.load64_splat(t + 4 * unit);
      const sin3 = v128.load64_splat(t + 5 * unit);
      const dRe = f64x2.sub(f64x2.mul(dRe0, cos3), f64x2.mul(dIm0, sin3));
      const dIm = f64x2.add(f64x2.mul(dRe0, sin3), f64x2.mul(dIm0, cos3));
      const aRe = v128.load(a);
      const aIm = v128.load(a, 16);
      const sumRe = f64x2.add(aRe, cRe);
      const sumIm = f64x2.add(aIm, cIm);
      const diffRe = f64x2.sub(aRe, cRe);
      const diffIm = f64x2.sub(aIm, cIm);
      const oddSumRe = f64x2.add(bRe, dRe);
      const oddSumIm = f64x2.add(bIm, dIm);
      const oddDiffRe = f64x2.sub(bRe, dRe);
      const oddDiffIm = f64x2.sub(bIm, dIm);
      v128.store(a, f64x2.add(sumRe, oddSumRe));
      v128.store(a, f64x2.add(sumIm, oddSumIm), 16);
      v128.store(b, f64x2.add(diffRe, oddDiffIm));
      v128.store(b, f64x2.sub(diffIm, oddDiffRe), 16);
      v128.store(c, f64x2.sub(sumRe, oddSumRe));
      v128.store(c, f64x2.sub(sumIm, oddSumIm), 16);
      v128.store(d, f64x2.sub(diffRe, oddDiffIm));
      v128.store(d, f64x2.add(diffIm, oddDiffRe), 16);
    }
  }
}
