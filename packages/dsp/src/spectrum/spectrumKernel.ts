import { fftTables, suitsKernels, type FftTables } from '../kernels/fftTables.js';
import { Layout } from '../kernels/layout.js';
import { type Kernels, openKernels } from '../kernels/kernels.js';
import type { Framing } from './framing.js';
import type { SpectrogramOptions } from './spectrogramOptions.js';
import { windowOf } from './windowOf.js';

/** Frames per call: one per lane. */
export const framesPerGroup = 2;
/** Frames whose samples are copied at once. */
const framesPerCopy = 16 * framesPerGroup;

interface Addresses {
  readonly window: number;
  readonly inputs: number;
  readonly twiddles: number;
  readonly circle: number;
  readonly samples: number;
  readonly frames: number;
  readonly packed: number;
  readonly powers: number;
  readonly rows: number;
  /** The first free address. */
  readonly end: number;
}

/** Spectra of two frames at once by WebAssembly: the same as those of TypeScript, bit for bit. */
export class SpectrumKernel {
  readonly kernels: Kernels;
  readonly nFrequencies: number;
  readonly #framing: Framing;
  readonly #options: Required<SpectrogramOptions>;
  readonly #tables: FftTables;
  readonly #window: Float64Array;
  readonly #at: Addresses;
  /** The clip and the frames whose samples are in the memory. */
  #clip: Float32Array | undefined;
  #firstCopied = 0;
  #free = 0;

  constructor(kernels: Kernels, framing: Framing, options: Required<SpectrogramOptions>) {
    const { nFft, winLength, window } = options;
    this.kernels = kernels;
    this.nFrequencies = nFft / 2 + 1;
    this.#framing = framing;
    this.#options = options;
    this.#tables = fftTables(nFft);
    this.#window = windowOf(window, winLength);
    this.#at = this.#addresses();
  }

  /** The kernel for these options; `undefined` if there is none, or kernels cannot run here. */
  static open(framing: Framing, options: Required<SpectrogramOptions>): SpectrumKernel | undefined {
    if (!suitsKernels(options.nFft) || options.hopLength > options.nFft) return undefined;
    const kernels = openKernels();
    return kernels && new SpectrumKernel(kernels, framing, options);
  }

  /** Address of the powers of the last group, of shape `[nFrequencies, 2]`. */
  get powers(): number {
    return this.#at.powers;
  }

  /** Whether no other plan has claimed the memory since this one did. */
  get ownsMemory(): boolean {
    return this.kernels.isOwner(this);
  }

  /** Claims the memory for a clip. */
  begin(): void {
    this.#clip = undefined;
    this.#free = this.#at.end;
    if (this.kernels.claim(this, this.#free)) this.#writeTables();
  }

  /** Reserves memory for users of the spectra until the next clip. @returns its address */
  reserve(nBytes: number): number {
    const layout = new Layout(this.#free);
    const address = layout.reserve(nBytes);
    this.#free = layout.end;
    this.kernels.claim(this, this.#free);
    return address;
  }

  /** Computes the powers of the frames `first` and `first + 1`; after the end of the clip, they have any values. */
  read(samples: Float32Array, first: number): void {
    this.#transform(samples, first);
    const { packed, circle, powers } = this.#at;
    this.kernels.functions.powers64(packed, circle, this.#options.nFft / 2, powers);
  }

  /** Computes the complex bins of the frames `first` and `first + 1`, for `copyBins`. */
  readBins(samples: Float32Array, first: number): void {
    this.#transform(samples, first);
    const { packed, circle, rows } = this.#at;
    const half = this.#options.nFft / 2;
    this.kernels.functions.bins32(packed, circle, half, rows, rows + 8 * (this.nFrequencies + 1));
  }

  /** Copies the bins of one frame of the group. @param output of shape `[nFrequencies, 2]` */
  copyBins(frameOfGroup: number, output: Float32Array): void {
    const start = this.#at.rows / 4 + frameOfGroup * 2 * (this.nFrequencies + 1);
    output.set(this.kernels.float32.subarray(start, start + 2 * this.nFrequencies));
  }

  /** Copies the powers of one frame of the group. @param output of shape `[nFrequencies]` */
  copyRow(frameOfGroup: number, output: Float64Array): void {
    const stride = this.nFrequencies + 1;
    const start = this.#at.rows / 8 + frameOfGroup * stride;
    output.set(this.kernels.float64.subarray(start, start + this.nFrequencies));
  }

  /** Arranges the powers of the group for `copyRow`. */
  writeRows(): void {
    const { powers, rows } = this.#at;
    this.kernels.functions.rows64(powers, this.nFrequencies, rows, this.nFrequencies + 1);
  }

  /** Computes the Fourier transforms of two frames, read as complex numbers. */
  #transform(samples: Float32Array, first: number): void {
    const at = this.#at;
    const { frames64, fft64 } = this.kernels.functions;
    const { nFft, winLength, hopLength } = this.#options;
    if (this.#clip !== samples || first < this.#firstCopied || first >= this.#firstCopied + framesPerCopy) {
      this.#copy(samples, first);
    }
    const from = at.samples + 4 * this.#windowStart + 4 * hopLength * (first - this.#firstCopied);
    frames64(from, hopLength, at.window, winLength, at.frames + 16 * this.#windowStart);
    fft64(at.frames, at.packed, nFft / 2, at.inputs, at.twiddles);
  }

  get #windowStart(): number {
    return Math.floor((this.#options.nFft - this.#options.winLength) / 2);
  }

  #copy(samples: Float32Array, first: number): void {
    const { nFft, hopLength } = this.#options;
    const start = this.#at.samples / 4;
    const length = (framesPerCopy - 1) * hopLength + nFft;
    this.#framing.copy(samples, first, this.kernels.float32.subarray(start, start + length));
    this.#clip = samples;
    this.#firstCopied = first;
  }

  #addresses(): Addresses {
    const { nFft, hopLength } = this.#options;
    const { inputs, twiddles, circle } = this.#tables;
    const layout = new Layout(this.kernels.functions.start());
    return {
      window: layout.reserve(8 * this.#window.length),
      inputs: layout.reserve(inputs.byteLength),
      twiddles: layout.reserve(8 * twiddles.length),
      circle: layout.reserve(8 * circle.length),
      samples: layout.reserve(4 * ((framesPerCopy - 1) * hopLength + nFft)),
      frames: layout.reserve(16 * (nFft + 1)),
      packed: layout.reserve(16 * nFft),
      powers: layout.reserve(16 * (this.nFrequencies + 1)),
      rows: layout.reserve(8 * framesPerGroup * (this.nFrequencies + 1)),
      end: layout.end,
    };
  }

  #writeTables(): void {
    const { kernels } = this;
    const { inputs, twiddles, circle } = this.#tables;
    const at = this.#at;
    kernels.float32.fill(0, at.window / 4, at.end / 4);
    kernels.write(at.window, this.#window);
    kernels.write(at.inputs, inputs);
    kernels.write(at.twiddles, Float64Array.from(twiddles));
    kernels.write(at.circle, Float64Array.from(circle));
  }
}
