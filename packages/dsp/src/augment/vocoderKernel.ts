import { type Kernels, openKernels } from '../kernels/kernels.js';
import { Layout } from '../kernels/layout.js';
import type { VocoderFrames } from './vocoderFrames.js';

interface Addresses {
  readonly advances: number;
  readonly bins: number;
  /** Magnitudes of each slot, with the angles after them. */
  readonly slots: readonly [number, number];
  /** From magnitudes to angles. */
  readonly angles: number;
  readonly phases: number;
  readonly output: number;
  readonly end: number;
}

/** By WebAssembly, two bins at once: the same as `PlainVocoderFrames`, bit for bit. */
export class VocoderKernel implements VocoderFrames {
  readonly #kernels: Kernels;
  readonly #advances: Float64Array;
  readonly #nPadded: number;
  readonly #at: Addresses;

  constructor(kernels: Kernels, advances: Float64Array) {
    this.#kernels = kernels;
    this.#advances = advances;
    this.#nPadded = 2 * Math.ceil(advances.length / 2);
    this.#at = this.#addresses();
  }

  /** @returns `undefined` where kernels cannot run */
  static open(advances: Float64Array): VocoderKernel | undefined {
    const kernels = openKernels();
    return kernels && new VocoderKernel(kernels, advances);
  }

  begin(): void {
    const { advances, end } = this.#at;
    this.#kernels.claim(this, end);
    this.#kernels.float32.fill(0, advances / 4, end / 4);
    this.#kernels.write(advances, this.#advances);
  }

  read(bins: Float32Array, slot: number): void {
    const at = this.#at;
    this.#kernels.float32.set(bins, at.bins / 4);
    const magnitudes = at.slots[slot]!;
    this.#kernels.functions.polar64(at.bins, this.#nPadded, magnitudes, magnitudes + at.angles);
  }

  startPhases(): void {
    const from = this.#at.slots[0] + this.#at.angles;
    this.#kernels.float32.copyWithin(this.#at.phases / 4, from / 4, from / 4 + this.#nPadded);
  }

  write(slot: number, between: number, output: Float32Array): void {
    const { slots, angles, advances, phases, output: written } = this.#at;
    const [at, nextAt] = [slots[slot]!, slots[1 - slot]!];
    const { functions, float32 } = this.#kernels;
    functions.vocode64(at, nextAt, angles, between, advances, phases, this.#nPadded, written);
    output.set(float32.subarray(written / 4, written / 4 + output.length));
  }

  #addresses(): Addresses {
    const n = this.#nPadded;
    const layout = new Layout(this.#kernels.functions.start());
    const angles = 16 * Math.ceil(n / 4);
    return {
      advances: layout.reserve(8 * n),
      bins: layout.reserve(8 * n),
      slots: [layout.reserve(2 * angles), layout.reserve(2 * angles)],
      angles,
      phases: layout.reserve(4 * n),
      output: layout.reserve(8 * n),
      end: layout.end,
    };
  }
}
