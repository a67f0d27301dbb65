import { angleOf, withoutTurns, writePolar } from './angles.js';

/** What the phase vocoder does per frame: polar forms of two neighboring frames, and the phases of the output. */
export interface VocoderFrames {
  /** Prepares for a spectrogram. */
  begin(): void;
  /** Computes the polar form of the frame `bins`, of shape `[nFrequencies, 2]`. @param slot 0 or 1 */
  read(bins: Float32Array, slot: number): void;
  /** Starts with the angles of slot 0. */
  startPhases(): void;
  /**
   * Writes a frame at the fraction `between` the frame in `slot` and the next frame, in the other slot, then advances
   * the phase of each bin by its difference between these two frames.
   */
  write(slot: number, between: number, output: Float32Array): void;
}

/** In TypeScript. */
export class PlainVocoderFrames implements VocoderFrames {
  readonly #advances: Float64Array;
  readonly #magnitudes: readonly Float32Array[];
  readonly #angles: readonly Float32Array[];
  readonly #phases: Float32Array;

  /** @param advances phase advance of a tone at the center of each bin from one frame to the next, in radians */
  constructor(advances: Float64Array) {
    const n = advances.length;
    this.#advances = advances;
    this.#magnitudes = [new Float32Array(n), new Float32Array(n)];
    this.#angles = [new Float32Array(n), new Float32Array(n)];
    this.#phases = new Float32Array(n);
  }

  begin(): void {
    // Nothing is shared with others.
  }

  read(bins: Float32Array, slot: number): void {
    const magnitudes = this.#magnitudes[slot]!;
    const angles = this.#angles[slot]!;
    for (let bin = 0; bin < magnitudes.length; bin++) {
      const re = bins[2 * bin]!;
      const im = bins[2 * bin + 1]!;
      magnitudes[bin] = Math.sqrt(re * re + im * im);
      angles[bin] = angleOf(re, im);
    }
  }

  startPhases(): void {
    this.#phases.set(this.#angles[0]!);
  }

  write(slot: number, between: number, output: Float32Array): void {
    const phases = this.#phases;
    const magnitudes = this.#magnitudes[slot]!;
    const nextMagnitudes = this.#magnitudes[1 - slot]!;
    for (let bin = 0; bin < phases.length; bin++) {
      const magnitude = (1 - between) * magnitudes[bin]! + between * nextMagnitudes[bin]!;
      writePolar(magnitude, withoutTurns(phases[bin]!), output, 2 * bin);
    }
    this.#advance(slot);
  }

  #advance(slot: number): void {
    const phases = this.#phases;
    const advances = this.#advances;
    const angles = this.#angles[slot]!;
    const nextAngles = this.#angles[1 - slot]!;
    for (let bin = 0; bin < phases.length; bin++) {
      const deviation = Math.fround(nextAngles[bin]! - angles[bin]!) - advances[bin]!;
      phases[bin]! += advances[bin]! + withoutTurns(deviation);
    }
  }
}
