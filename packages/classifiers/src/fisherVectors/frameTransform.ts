import { ColumnMoments, type ColumnScale } from './columnScale.js';
import { framesNotFinite } from './frames.js';
import { whitenedComponents } from './principalComponents.js';

/** How frames are scaled and rotated before they reach the mixture. */
export interface FrameTransformParts {
  readonly scale: ColumnScale;
  /** z-scores are clipped to `[-bound, bound]`. */
  readonly bound: number;
  /** `[nOutputs, nInputs]`, if frames are rotated. */
  readonly rotation?: Float64Array | undefined;
}

/** Turns frames into clipped z-scores and, with a rotation, into their whitened principal components. */
export class FrameTransform {
  readonly parts: FrameTransformParts;
  readonly nInputs: number;
  readonly nOutputs: number;
  readonly #factors: Float64Array;
  readonly #scores: Float64Array;

  constructor(parts: FrameTransformParts) {
    const { scale, rotation } = parts;
    this.parts = parts;
    this.nInputs = scale.means.length;
    this.nOutputs = rotation === undefined ? this.nInputs : rotation.length / this.nInputs;
    this.#factors = scale.deviations.map((deviation) => 1 / deviation);
    this.#scores = new Float64Array(this.nInputs);
  }

  /**
   * Writes the frame that starts at `offset` of `data` to position `to` of `output`. Allocates nothing.
   *
   * @throws {SerError} `diverged` for a value that is not finite
   */
  write(data: Float32Array, offset: number, output: Float64Array, to: number): void {
    const { rotation } = this.parts;
    if (rotation === undefined) this.#writeScores(data, offset, output, to);
    else {
      this.#writeScores(data, offset, this.#scores, 0);
      this.#rotate(rotation, output, to);
    }
  }

  #writeScores(data: Float32Array, offset: number, output: Float64Array, to: number): void {
    const { scale, bound } = this.parts;
    let sum = 0;
    for (let i = 0; i < this.nInputs; i++) {
      const score = (data[offset + i]! - scale.means[i]!) * this.#factors[i]!;
      sum += score;
      output[to + i] = score > bound ? bound : score < -bound ? -bound : score;
    }
    if (!Number.isFinite(sum)) throw framesNotFinite();
  }

  #rotate(rotation: Float64Array, output: Float64Array, to: number): void {
    const { nInputs, nOutputs } = this;
    const scores = this.#scores;
    let k = 0;
    // Four sums at a time: in one sum, each addition would wait for the one before.
    for (; k + 4 <= nOutputs; k += 4) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let i = 0, r = k * nInputs; i < nInputs; i++, r++) {
        const score = scores[i]!;
        a += rotation[r]! * score;
        b += rotation[r + nInputs]! * score;
        c += rotation[r + 2 * nInputs]! * score;
        d += rotation[r + 3 * nInputs]! * score;
      }
      output[to + k] = a;
      output[to + k + 1] = b;
      output[to + k + 2] = c;
      output[to + k + 3] = d;
    }
    for (; k < nOutputs; k++) {
      let sum = 0;
      for (let i = 0, r = k * nInputs; i < nInputs; i++, r++) sum += rotation[r]! * scores[i]!;
      output[to + k] = sum;
    }
  }
}

/** How a frame transform is fitted. */
export interface FitFrameTransformOptions {
  readonly nInputs: number;
  readonly bound: number;
  readonly dimensions?: number | undefined;
}

/** Fits the scale and the rotation to frames, `[n, nInputs]`. */
export function fitFrameTransform(
  frames: Float32Array,
  { nInputs, bound, dimensions }: FitFrameTransformOptions,
): FrameTransform {
  const moments = new ColumnMoments(nInputs);
  for (let offset = 0; offset < frames.length; offset += nInputs) moments.add(frames, offset);
  const { scale } = moments;
  const scaling = new FrameTransform({ scale, bound });
  if (dimensions === undefined) return scaling;
  const scores = transformed(scaling, frames);
  return new FrameTransform({ scale, bound, rotation: whitenedComponents(scores, nInputs, dimensions) });
}

/** All frames, transformed: `[n, nOutputs]`. */
export function transformed(transform: FrameTransform, frames: Float32Array): Float64Array {
  const { nInputs, nOutputs } = transform;
  const n = frames.length / nInputs;
  const output = new Float64Array(n * nOutputs);
  for (let frame = 0; frame < n; frame++) transform.write(frames, frame * nInputs, output, frame * nOutputs);
  return output;
}
