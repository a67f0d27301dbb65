// See src/fft/circularAutocorrelation.ts.

/**
 * Powers and their mirror image, folded to half the length, `[half, 2]`, from the transforms `[half, 2, 2]`.
 *
 * @param circle cosine and sine of the angles `π k / half`, of shape `[half, 2]`
 * @param second filled with the result at lag 1, of shape `[2]`
 */
export function fold64(packed: usize, circle: usize, half: usize, folded: usize, second: usize): void {
  const quarter = half >> 1;
  const middle = packed + (quarter << 5);
  const one = f64x2.splat(0.5);
  const re0 = v128.load(packed);
  const im0 = v128.load(packed, 16);
  const middleRe = v128.load(middle);
  const middleIm = v128.load(middle, 16);
  let sum = f64x2.mul(f64x2.mul(f64x2.splat(2), re0), im0);
  v128.store(folded, f64x2.add(f64x2.mul(re0, re0), f64x2.mul(im0, im0)));
  v128.store(
    folded + (quarter << 4),
    f64x2.add(f64x2.mul(middleRe, middleRe), f64x2.mul(middleIm, middleIm)),
  );
  circle += 16;
  for (let k: usize = 1, mirror = half - 1; k < mirror; k++, mirror--, circle += 16) {
    const a = packed + (k << 5);
    const b = packed + (mirror << 5);
    const re = v128.load(a);
    const im = v128.load(a, 16);
    const mirrorRe = v128.load(b);
    const mirrorIm = v128.load(b, 16);
    const cosine = v128.load64_splat(circle);
    const sine = v128.load64_splat(circle + 8);
    const oddRe = f64x2.add(im, mirrorIm);
    const oddIm = f64x2.sub(mirrorRe, re);
    const turnedRe = f64x2.add(f64x2.mul(oddRe, cosine), f64x2.mul(oddIm, sine));
    const turnedIm = f64x2.sub(f64x2.mul(oddIm, cosine), f64x2.mul(oddRe, sine));
    const difference = f64x2.add(
      f64x2.mul(f64x2.add(re, mirrorRe), turnedRe),
      f64x2.mul(f64x2.sub(im, mirrorIm), turnedIm),
    );
    const squares = f64x2.add(
      f64x2.add(f64x2.add(f64x2.mul(re, re), f64x2.mul(im, im)), f64x2.mul(mirrorRe, mirrorRe)),
      f64x2.mul(mirrorIm, mirrorIm),
    );
    const mean = f64x2.mul(one, squares);
    const turned = f64x2.mul(difference, sine);
    v128.store(folded + (k << 4), f64x2.sub(mean, turned));
    v128.store(folded + (mirror << 4), f64x2.add(mean, turned));
    sum = f64x2.add(sum, f64x2.mul(difference, cosine));
  }
  v128.store(second, sum);
}

/**
 * Lags `[nLags, 2]` from the transforms `[size / 4, 2, 2]` of the folded powers.
 *
 * @param circle cosine and sine of the angles `2π k / size`
 * @param nLags an even number up to `size / 2`
 */
export function unfold64(
  packed: usize,
  circle: usize,
  size: usize,
  second: usize,
  nLags: usize,
  output: usize,
): void {
  const quarter = size >> 2;
  const scale = f64x2.splat(2 / <f64>size);
  const half = f64x2.splat(0.5);
  let odd = v128.load(second);
  v128.store(output, f64x2.mul(f64x2.add(v128.load(packed), v128.load(packed, 16)), scale));
  v128.store(output, f64x2.mul(odd, scale), 16);
  for (let k: usize = 1; k << 1 < nLags; k++) {
    const a = packed + (k << 5);
    const b = packed + ((quarter - k) << 5);
    const re = v128.load(a);
    const im = v128.load(a, 16);
    const mirrorRe = v128.load(b);
    const mirrorIm = v128.load(b, 16);
    const cosine = v128.load64_splat(circle + (k << 5));
    const sine = v128.load64_splat(circle + (k << 5) + 8);
    const oddRe = f64x2.add(im, mirrorIm);
    const oddIm = f64x2.sub(mirrorRe, re);
    const even = f64x2.add(
      f64x2.add(f64x2.add(re, mirrorRe), f64x2.mul(oddRe, cosine)),
      f64x2.mul(oddIm, sine),
    );
    const change = f64x2.sub(
      f64x2.add(f64x2.sub(im, mirrorIm), f64x2.mul(oddIm, cosine)),
      f64x2.mul(oddRe, sine),
    );
    v128.store(output + (k << 5), f64x2.mul(f64x2.mul(half, even), scale));
    odd = f64x2.sub(odd, f64x2.mul(half, change));
    v128.store(output + (k << 5), f64x2.mul(odd, scale), 16);
  }
}
