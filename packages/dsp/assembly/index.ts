// Kernels of @ser/dsp in AssemblyScript: see docs/decisions/0024-wasm-kernels.md. They keep nothing between calls except
// what the caller leaves in the memory, and allocate nothing. Addresses are multiples of 16.
//
// Two frames of a clip, or two pairs of blocks of a recording, are computed at once, one per lane of a v128. An array of
// `n` numbers of both has the shape `[n, 2]`. The operations of each lane, and their order, are those of the TypeScript
// sources, so that the results are equal bit for bit.
export { frames64, framesOf64, framesWithoutMean64 } from './frames';
export { fft64 } from './fft';
export { powers64 } from './powers';
export { fold64, unfold64 } from './autocorrelation';
export { rows64 } from './rows';
export { mel64, roots64 } from './mel';
export { dct64 } from './dct';
export { radix2, radix3, radix4, radix5, radix7 } from './butterflies';
export { filter64, pair64, unpair32 } from './filter';
export { interpolate32 } from './interpolate';
export { bins32, normalize32, overlapAdd64, packBins64 } from './stft';
export { polar64, vocode64 } from './vocoder';

/** First free byte of the memory. */
export function start(): usize {
  return (__heap_base + 15) & ~15;
}
