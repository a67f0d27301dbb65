import type { ComplexArray } from '../fft/butterflies.js';
import { MixedRadixFft } from '../fft/mixedRadixFft.js';

/** Filters a pair of blocks, one as the real and one as the imaginary part. */
export class PairOfBlocks {
  readonly input: ComplexArray;
  readonly output: ComplexArray;
  readonly #response: Float64Array;
  readonly #forward: MixedRadixFft;
  readonly #inverse: MixedRadixFft;

  constructor(nInput: number, nOutput: number, response: Float64Array) {
    this.input = zeros(nInput);
    this.output = zeros(nOutput);
    this.#response = response;
    this.#forward = new MixedRadixFft(nInput);
    this.#inverse = new MixedRadixFft(nOutput);
  }

  transform(): void {
    this.#forward.transform(this.input);
    this.#filterSpectrum();
    this.#inverse.transform({ re: this.output.im, im: this.output.re });
  }

  /** Filters the periodic spectrum of the input, and folds the result over the bins of the output. */
  #filterSpectrum(): void {
    const { input, output } = this;
    const response = this.#response;
    const nInput = input.re.length;
    const nOutput = output.re.length;
    const last = response.length - 1;
    output.re.fill(0);
    output.im.fill(0);
    let from = nInput - last;
    let to = (2 * nOutput - last) % nOutput;
    for (let bin = -last; bin <= last; bin++) {
      const gain = response[Math.abs(bin)]!;
      output.re[to]! += gain * input.re[from]!;
      output.im[to]! += gain * input.im[from]!;
      if (++from === nInput) from = 0;
      if (++to === nOutput) to = 0;
    }
  }
}

export function zeros(size: number): ComplexArray {
  return { re: new Float64Array(size), im: new Float64Array(size) };
}
