import { DspError } from '../errors.js';
import { requireFields } from '../options/requireFields.js';
import { requireInteger } from '../options/requireLength.js';
import type { FrameSpan } from '../descriptors/frameSpan.js';
import { roomFor, type ContourColumns } from './contourColumns.js';

/** How the surroundings of a frame are summed up. */
export interface ContourContext {
  /**
   * Frames of the window, an odd integer >= 3; the frame itself is in its middle.
   *
   * @default 21 // 210 ms
   */
  readonly nFrames?: number;
  /**
   * Coefficients of the window's cosine transform, from the lowest on: an integer in [1, nFrames].
   *
   * @default 5
   */
  readonly nCoefficients?: number;
}

/**
 * How a contour moves around each frame: the first coefficients of the cosine transform, type 2, of a window about it
 * that Hann's bell weights. Each basis vector, the bell included, has length 1. Beyond the ends of the clip the first and
 * last value are repeated.
 *
 * @see H. Hermansky, S. Sharma, "TRAPS - classifiers of temporal patterns", 1998, for the windows
 * @see scipy.fft.dct, https://docs.scipy.org/doc/scipy/reference/generated/scipy.fft.dct.html, for the transform
 */
export class ContextColumns implements ContourColumns {
  readonly suffixes: readonly string[];
  readonly reach: number;
  readonly #basis: readonly Float64Array[];
  #columns: readonly Float64Array[] = [];
  #around = new Float64Array(0);

  /** @throws {SerError} `invalid-option` */
  constructor(context: ContourContext) {
    requireFields(context, 'context', ['nFrames', 'nCoefficients'], refuse);
    const { nFrames = 21, nCoefficients = 5 } = context;
    requireOddLength(nFrames);
    requireInteger('context.nCoefficients', nCoefficients, { min: 1, max: nFrames });
    this.suffixes = Array.from({ length: nCoefficients }, (_, k) => `.dct${k}`);
    this.reach = (nFrames - 1) / 2;
    this.#basis = this.suffixes.map((_, k) => basisVector(k, nFrames));
  }

  columnsOf(values: Float64Array, { first, end }: FrameSpan): readonly Float64Array[] {
    this.#columns = roomFor(this.#columns, this.#basis.length, values.length);
    const around = this.#readAround(values, first, end);
    for (let k = 0; k < this.#basis.length; k++) {
      const basis = this.#basis[k]!;
      const column = this.#columns[k]!;
      for (let frame = first; frame < end; frame++) {
        let sum = 0;
        for (let i = 0, at = frame - first; i < basis.length; i++) sum += basis[i]! * around[at + i]!;
        column[frame] = sum;
      }
    }
    return this.#columns;
  }

  /** The span and half a window on either side of it. */
  #readAround(values: Float64Array, first: number, end: number): Float64Array {
    const length = end - first + 2 * this.reach;
    if (this.#around.length < length) this.#around = new Float64Array(length);
    const last = values.length - 1;
    for (let i = 0, frame = first - this.reach; i < length; i++, frame++) {
      this.#around[i] = values[Math.min(last, Math.max(0, frame))]!;
    }
    return this.#around;
  }
}

function basisVector(k: number, size: number): Float64Array {
  const vector = Float64Array.from({ length: size }, (_, i) => {
    const bell = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (size + 1)); // without its zeros at both ends
    return bell * Math.cos((Math.PI * k * (2 * i + 1)) / (2 * size));
  });
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}

function requireOddLength(nFrames: number): void {
  requireInteger('context.nFrames', nFrames, { min: 3 });
  if (nFrames % 2 === 1) return;
  throw new DspError(
    'invalid-option',
    `Expected \`context.nFrames\` to be odd, got \`${nFrames}\`. Take ${nFrames + 1}.`,
  );
}

function refuse(where: string, what: string): never {
  throw new DspError('invalid-option', `Option \`${where}\`: ${what}.`);
}
