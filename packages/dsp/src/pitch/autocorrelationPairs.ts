import { complexTables, fftTables, suitsKernels } from '../kernels/fftTables.js';
import { type Kernels, openKernels } from '../kernels/kernels.js';
import { Layout } from '../kernels/layout.js';

/** Length of the frames, and number of lags from 0 on. */
export interface PairShape {
  readonly frameLength: number;
  /** An even number. */
  readonly nLags: number;
}

/** Autocorrelations of two frames at once by WebAssembly: those of `Autocorrelation`, bit for bit. */
export class AutocorrelationPairs {
  readonly #kernels: Kernels;
  readonly #shape: PairShape;
  readonly #nFft: number;
  readonly #ofFrame;
  readonly #ofPowers;
  readonly #at;

  private constructor(kernels: Kernels, shape: PairShape, nFft: number) {
    const { frameLength, nLags } = shape;
    this.#kernels = kernels;
    this.#shape = shape;
    this.#nFft = nFft;
    this.#ofFrame = fftTables(nFft);
    this.#ofPowers = complexTables(nFft / 4);
    const layout = new Layout(kernels.functions.start());
    this.#at = {
      ones: layout.reserve(8 * (frameLength + 1)),
      inputs: layout.reserve(this.#ofFrame.inputs.byteLength),
      twiddles: layout.reserve(8 * this.#ofFrame.twiddles.length),
      circle: layout.reserve(8 * this.#ofFrame.circle.length),
      inputsOfPowers: layout.reserve(this.#ofPowers.inputs.byteLength),
      twiddlesOfPowers: layout.reserve(8 * this.#ofPowers.twiddles.length),
      samples: layout.reserve(16 * frameLength),
      frames: layout.reserve(16 * nFft),
      packed: layout.reserve(16 * nFft),
      folded: layout.reserve(8 * nFft),
      second: layout.reserve(16),
      lags: layout.reserve(16 * nLags),
      rows: layout.reserve(16 * nLags),
      end: layout.end,
    };
  }

  /**
   * @param nFft length of the padded frames
   * @returns `undefined` if there is no kernel for this length, or kernels cannot run here
   */
  static open(shape: PairShape, nFft: number): AutocorrelationPairs | undefined {
    if (!suitsKernels(nFft) || nFft < 32) return undefined;
    const kernels = openKernels();
    return kernels && new AutocorrelationPairs(kernels, shape, nFft);
  }

  /** @param lags filled, those of the first frame in `lags[0]`, of shape `[nLags]` */
  transform(first: Float64Array, second: Float64Array, lags: readonly [Float64Array, Float64Array]): void {
    const { frameLength, nLags } = this.#shape;
    const at = this.#at;
    const nFft = this.#nFft;
    if (this.#kernels.claim(this, at.end)) this.#writeTables();
    const { framesOf64, fft64, fold64, unfold64, rows64 } = this.#kernels.functions;
    const memory = this.#kernels.float64;
    memory.set(first, at.samples / 8);
    memory.set(second, at.samples / 8 + frameLength);
    framesOf64(at.samples, frameLength, at.ones, frameLength, at.frames);
    fft64(at.frames, at.packed, nFft / 2, at.inputs, at.twiddles);
    fold64(at.packed, at.circle, nFft / 2, at.folded, at.second);
    fft64(at.folded, at.packed, nFft / 4, at.inputsOfPowers, at.twiddlesOfPowers);
    unfold64(at.packed, at.circle, nFft, at.second, nLags, at.lags);
    rows64(at.lags, nLags, at.rows, nLags);
    lags.forEach((row, i) => {
      const start = at.rows / 8 + i * nLags;
      row.set(memory.subarray(start, start + nLags));
    });
  }

  #writeTables(): void {
    const at = this.#at;
    const { inputs, twiddles, circle } = this.#ofFrame;
    const { float64 } = this.#kernels;
    float64.fill(0, at.ones / 8, at.end / 8);
    float64.fill(1, at.ones / 8, at.ones / 8 + this.#shape.frameLength);
    this.#kernels.write(at.inputs, inputs);
    this.#kernels.write(at.twiddles, Float64Array.from(twiddles));
    this.#kernels.write(at.circle, Float64Array.from(circle));
    this.#kernels.write(at.inputsOfPowers, this.#ofPowers.inputs);
    this.#kernels.write(at.twiddlesOfPowers, Float64Array.from(this.#ofPowers.twiddles));
  }
}
