import { complexTables, fftTables } from '../../kernels/fftTables.js';
import { type Kernels, openKernels } from '../../kernels/kernels.js';
import { Layout } from '../../kernels/layout.js';
import { copyPair, FramePairs, pairLength } from '../framePairs.js';
import { descriptorHopLength } from '../framing.js';
import type { PaddedSamples } from '../paddedSamples.js';

/** The frames and lags of `PitchAutocorrelation`. */
export interface AutocorrelationShape {
  readonly window: Float64Array;
  readonly nFft: number;
  /** An even number. */
  readonly nLags: number;
}

/** Autocorrelations of two frames at once by WebAssembly: those of `CircularAutocorrelation`, bit for bit. */
export class AutocorrelationKernel {
  readonly #kernels: Kernels;
  readonly #shape: AutocorrelationShape;
  readonly #ofFrame;
  readonly #ofPowers;
  readonly #at;
  readonly #pairs = new FramePairs();

  constructor(kernels: Kernels, shape: AutocorrelationShape) {
    const { window, nFft, nLags } = shape;
    this.#kernels = kernels;
    this.#shape = shape;
    this.#ofFrame = fftTables(nFft);
    this.#ofPowers = complexTables(nFft / 4);
    const layout = new Layout(kernels.functions.start());
    this.#at = {
      window: layout.reserve(window.byteLength),
      inputs: layout.reserve(this.#ofFrame.inputs.byteLength),
      twiddles: layout.reserve(8 * this.#ofFrame.twiddles.length),
      circle: layout.reserve(8 * this.#ofFrame.circle.length),
      inputsOfPowers: layout.reserve(this.#ofPowers.inputs.byteLength),
      twiddlesOfPowers: layout.reserve(8 * this.#ofPowers.twiddles.length),
      samples: layout.reserve(8 * pairLength(window.length)),
      frames: layout.reserve(16 * nFft),
      packed: layout.reserve(16 * nFft),
      folded: layout.reserve(8 * nFft),
      second: layout.reserve(16),
      lags: layout.reserve(16 * nLags),
      rows: layout.reserve(16 * nLags),
      end: layout.end,
    };
  }

  /** @returns `undefined` where kernels cannot run */
  static open(shape: AutocorrelationShape): AutocorrelationKernel | undefined {
    const kernels = openKernels();
    return kernels && new AutocorrelationKernel(kernels, shape);
  }

  /** @param values filled with the lags of a windowed frame without its mean, of shape `[nLags]` */
  read(samples: PaddedSamples, frame: number, values: Float64Array): void {
    const isNew = this.#kernels.claim(this, this.#at.end);
    if (isNew) this.#writeTables();
    let lane = isNew ? undefined : this.#pairs.laneOf(samples, frame);
    if (lane === undefined) {
      this.#compute(samples, frame);
      lane = 0;
    }
    const start = this.#at.rows / 8 + lane * values.length;
    values.set(this.#kernels.float64.subarray(start, start + values.length));
  }

  #compute(samples: PaddedSamples, frame: number): void {
    const at = this.#at;
    const { window, nFft, nLags } = this.#shape;
    const { framesWithoutMean64, fft64, fold64, unfold64, rows64 } = this.#kernels.functions;
    const frameLength = window.length;
    const mean = samples.mean(frame, frameLength);
    const nextMean = samples.mean(frame + 1, frameLength);
    copyPair(this.#kernels, samples, { frame, frameLength, address: at.samples });
    framesWithoutMean64(at.samples, descriptorHopLength, at.window, frameLength, mean, nextMean, at.frames);
    fft64(at.frames, at.packed, nFft / 2, at.inputs, at.twiddles);
    fold64(at.packed, at.circle, nFft / 2, at.folded, at.second);
    fft64(at.folded, at.packed, nFft / 4, at.inputsOfPowers, at.twiddlesOfPowers);
    unfold64(at.packed, at.circle, nFft, at.second, nLags, at.lags);
    rows64(at.lags, nLags, at.rows, nLags);
    this.#pairs.done(samples, frame);
  }

  #writeTables(): void {
    const at = this.#at;
    const { inputs, twiddles, circle } = this.#ofFrame;
    this.#kernels.float64.fill(0, at.window / 8, at.end / 8);
    this.#kernels.write(at.window, this.#shape.window);
    this.#kernels.write(at.inputs, inputs);
    this.#kernels.write(at.twiddles, Float64Array.from(twiddles));
    this.#kernels.write(at.circle, Float64Array.from(circle));
    this.#kernels.write(at.inputsOfPowers, this.#ofPowers.inputs);
    this.#kernels.write(at.twiddlesOfPowers, Float64Array.from(this.#ofPowers.twiddles));
  }
}
