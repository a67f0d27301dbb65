// See src/fft/powerSpectrum.ts.

/**
 * Powers `[half + 1, 2]` of real frames, from the transforms `[half, 2, 2]` of their samples read as complex numbers.
 *
 * @param circle cosine and sine of the angles `π k / half`, of shape `[half, 2]`
 */
export function powers64(packed: usize, circle: usize, half: usize, output: usize): void {
  const unit = 8;
  const quarter = f64x2.splat(0.25);
  const re0 = v128.load(packed);
  const im0 = v128.load(packed, 16);
  v128.store(output, squared(f64x2.add(re0, im0)));
  v128.store(output + (half << 4), squared(f64x2.sub(re0, im0)));
  circle += 2 * unit;
  for (let k: usize = 1, mirror = half - 1; k <= mirror; k++, mirror--, circle += 2 * unit) {
    const a = packed + (k << 5);
    const b = packed + (mirror << 5);
    const re = v128.load(a);
    const im = v128.load(a, 16);
    const mirrorRe = v128.load(b);
    const mirrorIm = v128.load(b, 16);
    const cosine = v128.load64_splat(circle);
    const sine = v128.load64_splat(circle + unit);
    const oddRe = f64x2.add(im, mirrorIm);
    const oddIm = f64x2.sub(mirrorRe, re);
    const turnedRe = f64x2.add(f64x2.mul(oddRe, cosine), f64x2.mul(oddIm, sine));
    const turnedIm = f64x2.sub(f64x2.mul(oddIm, cosine), f64x2.mul(oddRe, sine));
    const evenRe = f64x2.add(re, mirrorRe);
    const evenIm = f64x2.sub(im, mirrorIm);
    const power = f64x2.add(
      squared(f64x2.add(evenRe, turnedRe)),
      squared(f64x2.add(evenIm, turnedIm)),
    );
    const mirrorPower = f64x2.add(
      squared(f64x2.sub(evenRe, turnedRe)),
      squared(f64x2.sub(evenIm, turnedIm)),
    );
    v128.store(output + (k << 4), f64x2.mul(quarter, power));
    v128.store(output + (mirror << 4), f64x2.mul(quarter, mirrorPower));
  }
}

@inline
function squared(value: v128): v128 {
  return f64x2.mul(value, value);
}
