import type { Pass } from '../fft/butterflies.js';
import { passesOf } from '../fft/mixedRadixFft.js';
import type { RadixPass } from '../kernels/kernelFunctions.js';
import { type Kernels, openKernels } from '../kernels/kernels.js';
import { Layout } from '../kernels/layout.js';

/** The sizes and the filter of `BlockResampler`. */
export interface BlockFilter {
  /** Length of a block of the input, and of the output. */
  readonly nInput: number;
  readonly nOutput: number;
  /** Frequency response from bin 0 to the last bin in use. */
  readonly response: Float64Array;
}

/** Number of blocks that are filtered at once: two pairs, one per lane. */
export const blocksAtOnce = 4;

interface Addresses {
  readonly response: number;
  readonly forward: readonly number[];
  readonly inverse: readonly number[];
  /** Real and imaginary parts of the input, of the output, and of the results of every other pass. */
  readonly input: ComplexAddress;
  readonly output: ComplexAddress;
  readonly scratch: ComplexAddress;
  /** Samples of the four blocks. */
  readonly samples: readonly number[];
  readonly end: number;
}

interface ComplexAddress {
  readonly re: number;
  readonly im: number;
}

/** Filters four blocks at once by WebAssembly: the same as `BlockResampler` does in TypeScript, bit for bit. */
export class BlockKernel {
  readonly #kernels: Kernels;
  readonly #filter: BlockFilter;
  readonly #forward: readonly Pass[];
  readonly #inverse: readonly Pass[];
  readonly #at: Addresses;

  constructor(kernels: Kernels, filter: BlockFilter) {
    this.#kernels = kernels;
    this.#filter = filter;
    this.#forward = passesOf(filter.nInput);
    this.#inverse = passesOf(filter.nOutput);
    this.#at = this.#addresses();
  }

  /** @returns `undefined` where kernels cannot run */
  static open(filter: BlockFilter): BlockKernel | undefined {
    const kernels = openKernels();
    return kernels && new BlockKernel(kernels, filter);
  }

  /** Claims the memory for the blocks of a recording. */
  begin(): void {
    if (!this.#kernels.claim(this, this.#at.end)) return;
    this.#kernels.write(this.#at.response, this.#filter.response);
    this.#forward.forEach(({ twiddles }, i) => this.#kernels.write(this.#at.forward[i]!, twiddles));
    this.#inverse.forEach(({ twiddles }, i) => this.#kernels.write(this.#at.inverse[i]!, twiddles));
  }

  /** The samples of a block: to fill before `transform`, `nInput` of them, and to read after it, `nOutput`. */
  block(number: number): Float32Array {
    const start = this.#at.samples[number]! / 4;
    return this.#kernels.float32.subarray(start, start + Math.max(this.#filter.nInput, this.#filter.nOutput));
  }

  /** Filters the blocks. Blocks 0 and 1 are one pair, 2 and 3 the other. */
  transform(): void {
    const { pair64, filter64, unpair32 } = this.#kernels.functions;
    const { nInput, nOutput, response } = this.#filter;
    const { samples, input, output } = this.#at;
    const [a, b, c, d] = samples as [number, number, number, number];
    pair64(a, c, nInput, input.re);
    pair64(b, d, nInput, input.im);
    const from = this.#run(this.#forward, this.#at.forward, input);
    const last = response.length - 1;
    filter64(this.#at.response, last, from.re, from.im, nInput, output.re, output.im, nOutput);
    // With real and imaginary parts swapped, the transform is the inverse one.
    const swapped = { re: output.im, im: output.re };
    const result = this.#run(this.#inverse, this.#at.inverse, swapped);
    unpair32(result.im, nOutput, a, c);
    unpair32(result.re, nOutput, b, d);
  }

  /** @returns where the transform of `x` is */
  #run(passes: readonly Pass[], twiddles: readonly number[], x: ComplexAddress): ComplexAddress {
    const kernels = radixPasses(this.#kernels);
    let [from, to] = [x, this.#at.scratch];
    for (let i = 0; i < passes.length; i++) {
      const { radix, nBlocks, stride } = passes[i]!;
      kernels[radix]!(nBlocks, stride, twiddles[i]!, from.re, from.im, to.re, to.im);
      [from, to] = [to, from];
    }
    return from;
  }

  #addresses(): Addresses {
    const { nInput, nOutput, response } = this.#filter;
    const layout = new Layout(this.#kernels.functions.start());
    const longest = Math.max(nInput, nOutput);
    const complex = (n: number) => ({ re: layout.reserve(16 * n + 48), im: layout.reserve(16 * n + 48) });
    const tables = (passes: readonly Pass[]) =>
      passes.map(({ twiddles }) => layout.reserve(twiddles.byteLength));
    return {
      response: layout.reserve(response.byteLength),
      forward: tables(this.#forward),
      inverse: tables(this.#inverse),
      input: complex(nInput),
      output: complex(nOutput),
      scratch: complex(longest),
      samples: Array.from({ length: blocksAtOnce }, () => layout.reserve(4 * longest)),
      end: layout.end,
    };
  }
}

function radixPasses({ functions }: Kernels): Readonly<Record<number, RadixPass>> {
  const { radix2, radix3, radix4, radix5, radix7 } = functions;
  return { 2: radix2, 3: radix3, 4: radix4, 5: radix5, 7: radix7 };
}
