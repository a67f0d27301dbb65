import { type FftTables, fftTables } from '../../kernels/fftTables.js';
import { type Kernels, openKernels } from '../../kernels/kernels.js';
import { Layout } from '../../kernels/layout.js';
import { copyPair, FramePairs, pairLength } from '../framePairs.js';
import { descriptorHopLength } from '../framing.js';
import type { PaddedSamples } from '../paddedSamples.js';

/** Power spectra of two frames at once by WebAssembly: those of `ShortTimePower`, bit for bit. */
export class ShortTimePowerKernel {
  readonly #kernels: Kernels;
  readonly #window: Float64Array;
  readonly #tables: FftTables;
  readonly #nFft: number;
  readonly #at;
  readonly #pairs = new FramePairs();

  constructor(kernels: Kernels, window: Float64Array, nFft: number) {
    this.#kernels = kernels;
    this.#window = window;
    this.#nFft = nFft;
    this.#tables = fftTables(nFft);
    const layout = new Layout(kernels.functions.start());
    this.#at = {
      window: layout.reserve(window.byteLength),
      inputs: layout.reserve(this.#tables.inputs.byteLength),
      twiddles: layout.reserve(8 * this.#tables.twiddles.length),
      circle: layout.reserve(8 * this.#tables.circle.length),
      samples: layout.reserve(8 * pairLength(window.length)),
      frames: layout.reserve(16 * nFft),
      packed: layout.reserve(16 * nFft),
      powers: layout.reserve(16 * (nFft / 2 + 2)),
      rows: layout.reserve(16 * (nFft / 2 + 2)),
      end: layout.end,
    };
  }

  /** @returns `undefined` where kernels cannot run */
  static open(window: Float64Array, nFft: number): ShortTimePowerKernel | undefined {
    const kernels = openKernels();
    return kernels && new ShortTimePowerKernel(kernels, window, nFft);
  }

  /** @param powers filled, of shape `[nFft / 2 + 1]` */
  read(samples: PaddedSamples, frame: number, powers: Float64Array): void {
    const isNew = this.#kernels.claim(this, this.#at.end);
    if (isNew) this.#writeTables();
    let lane = isNew ? undefined : this.#pairs.laneOf(samples, frame);
    if (lane === undefined) {
      this.#compute(samples, frame);
      lane = 0;
    }
    const start = this.#at.rows / 8 + lane * (powers.length + 1);
    powers.set(this.#kernels.float64.subarray(start, start + powers.length));
  }

  #compute(samples: PaddedSamples, frame: number): void {
    const at = this.#at;
    const half = this.#nFft / 2;
    const frameLength = this.#window.length;
    const { framesOf64, fft64, powers64, rows64 } = this.#kernels.functions;
    copyPair(this.#kernels, samples, { frame, frameLength, address: at.samples });
    framesOf64(at.samples, descriptorHopLength, at.window, frameLength, at.frames);
    fft64(at.frames, at.packed, half, at.inputs, at.twiddles);
    powers64(at.packed, at.circle, half, at.powers);
    rows64(at.powers, half + 1, at.rows, half + 2);
    this.#pairs.done(samples, frame);
  }

  #writeTables(): void {
    const { inputs, twiddles, circle } = this.#tables;
    const at = this.#at;
    this.#kernels.float64.fill(0, at.window / 8, at.end / 8);
    this.#kernels.write(at.window, this.#window);
    this.#kernels.write(at.inputs, inputs);
    this.#kernels.write(at.twiddles, Float64Array.from(twiddles));
    this.#kernels.write(at.circle, Float64Array.from(circle));
  }
}
