// See src/mel/melFilterBank.ts.

/**
 * Band energies `[nMels, 2]` of spectra `[nBins, 2]`: each band is a weighted sum of adjacent bins.
 *
 * @param bands for each band, its first bin and its number of bins, as int32
 * @param weights of all bands, one after the other
 */
export function mel64(spectra: usize, bands: usize, weights: usize, nMels: usize, output: usize): void {
  for (let mel: usize = 0; mel < nMels; mel++, bands += 8, output += 16) {
    let bin = spectra + ((<usize>load<u32>(bands)) << 4);
    const end = weights + ((<usize>load<u32>(bands, 4)) << 3);
    let even = f64x2.splat(0);
    let odd = f64x2.splat(0);
    for (; weights + 8 < end; weights += 16, bin += 32) {
      even = f64x2.add(even, f64x2.mul(v128.load(bin), v128.load64_splat(weights)));
      odd = f64x2.add(odd, f64x2.mul(v128.load(bin, 16), v128.load64_splat(weights, 8)));
    }
    if (weights < end) {
      even = f64x2.add(even, f64x2.mul(v128.load(bin), v128.load64_splat(weights)));
      weights += 8;
    }
    v128.store(output, f64x2.add(even, odd));
  }
}

/** The roots of `n` pairs of powers, `[n, 2]`. */
export function roots64(powers: usize, n: usize, output: usize): void {
  const end = output + (n << 4);
  for (; output < end; output += 16, powers += 16) v128.store(output, f64x2.sqrt(v128.load(powers)));
}
