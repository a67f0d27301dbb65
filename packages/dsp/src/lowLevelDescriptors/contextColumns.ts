import { requireInteger } from '@ser/core';
import type { FrameSpan } from '../descriptors/frameSpan.js';
import { requireFields } from '../options/requireFields.js';
import { requireOdd } from '../options/requireOdd.js';
import { maxWindowFrames } from '../options/sizeLimits.js';
import { buffersFor, type ContourColumns } from './contourColumns.js';

/** A window of frames around each frame, summarized by its cosine transform. */
export interface DescriptorContext {
  /**
   * Length of the window in frames, an odd integer from 3 to 9999; the window is centered on the frame.
   *
   * @default 21 // 210 ms
   */
  readonly nFrames?: number;
  /**
   * Number of coefficients of the cosine transform, from the lowest on: an integer from 1 to `nFrames`.
   *
   * @default 5
   */
  readonly nCoefficients?: number;
}

/**
 * The shape of a contour around each frame: the first coefficients of the cosine transform (type 2) of a Hann-weighted
 * window. Each weighted basis vector has length 1. The first and last value of the clip are repeated beyond its ends.
 *
 * @see H. Hermansky, S. Sharma, "TRAPS - classifiers of temporal patterns", 1998, for the windows
 * @see scipy.fft.dct, https://docs.scipy.org/doc/scipy/reference/generated/scipy.fft.dct.html, for the transform
 */
export class ContextColumns implements ContourColumns {
  readonly suffixes: readonly string[];
  readonly reach: number;
  readonly #basis: readonly Float64Array[];
  #columns: readonly Float64Array[] = [];
  #padded = new Float64Array(0);

  /** @throws {SerError} `invalid-option` */
  constructor(context: DescriptorContext) {
    requireFields('context', context, ['nFrames', 'nCoefficients']);
    const { nFrames = 21, nCoefficients = 5 } = context;
    requireOdd('context.nFrames', nFrames, { min: 3, max: maxWindowFrames });
    requireInteger('context.nCoefficients', nCoefficients, { min: 1, max: nFrames });
    this.suffixes = Array.from({ length: nCoefficients }, (_, k) => `.dct${k}`);
    this.reach = (nFrames - 1) / 2;
    this.#basis = this.suffixes.map((_, k) => basisVector(k, nFrames));
  }

  columnsOf(values: Float64Array, { first, end }: FrameSpan): readonly Float64Array[] {
    this.#columns = buffersFor(this.#columns, this.#basis.length, values.length);
    const padded = this.#readPadded(values, first, end);
    for (let k = 0; k < this.#basis.length; k++) {
      const basis = this.#basis[k]!;
      const column = this.#columns[k]!;
      for (let frame = first; frame < end; frame++) {
        let sum = 0;
        for (let i = 0, at = frame - first; i < basis.length; i++) sum += basis[i]! * padded[at + i]!;
        column[frame] = sum;
      }
    }
    return this.#columns;
  }

  /** The span with half a window on both sides. */
  #readPadded(values: Float64Array, first: number, end: number): Float64Array {
    const length = end - first + 2 * this.reach;
    if (this.#padded.length < length) this.#padded = new Float64Array(length);
    const last = values.length - 1;
    for (let i = 0, frame = first - this.reach; i < length; i++, frame++) {
      this.#padded[i] = values[Math.min(last, Math.max(0, frame))]!;
    }
    return this.#padded;
  }
}

function basisVector(k: number, size: number): Float64Array {
  const vector = Float64Array.from({ length: size }, (_, i) => {
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (size + 1)); // without the zeros at its ends
    return hann * Math.cos((Math.PI * k * (2 * i + 1)) / (2 * size));
  });
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
