import { requireOneOf } from '@ser/core';
import { besselI0 } from './besselI0.js';
import type { ResampleQuality } from './rateConversion.js';

interface Preset {
  /** Number of zero crossings of the sinc on each side of its center. */
  readonly zeroCrossings: number;

  /** Beta of the Kaiser window: larger values suppress more in the stop band, with a wider transition band. */
  readonly beta: number;

  /** Cutoff as a fraction of the lower Nyquist frequency. */
  readonly rollOff: number;
}

/** The windows of resampy and torchaudio. */
const presets: Readonly<Record<ResampleQuality, Preset>> = {
  fast: { zeroCrossings: 16, beta: 8.555504641634386, rollOff: 0.9 },
  high: { zeroCrossings: 32, beta: 10.056, rollOff: 0.95 },
  best: { zeroCrossings: 64, beta: 14.769656459379492, rollOff: 0.9475937167399596 },
};

/** Maximum number of grid points per input sample; the error of cubic interpolation between them is 1e-9. */
const finestGrid = 128;

/**
 * A Kaiser-windowed sinc, in units of the sampling interval of the input.
 *
 * It is evaluated once, on a grid of times between two input samples. Weights between grid points are interpolated from
 * four neighbors, so that ratios with thousands of phases do not need a table of that size.
 *
 * @see J. F. Kaiser, R. W. Schafer, On the use of the I0-sinh window for spectrum analysis, 1980
 */
export class LowPass {
  /** Number of weights for one time, an even number: half for the samples up to it, half for the samples after it. */
  readonly nTaps: number;
  readonly #nPhases: number;
  readonly #nPoints: number;

  /** Rows of `nTaps` weights for the grid points -1, 0, …, nPoints + 1. */
  readonly #grid: Float64Array;

  constructor(options: { nPhases: number; bandwidth: number; quality: ResampleQuality }) {
    const { nPhases, bandwidth, quality } = options;
    const { zeroCrossings, beta, rollOff } = presets[quality];
    const halfWidth = zeroCrossings / bandwidth;
    const half = Math.ceil(halfWidth);
    this.#nPhases = nPhases;
    this.nTaps = 2 * half;
    this.#nPoints = Math.min(nPhases, finestGrid);
    this.#grid = new Float64Array((this.#nPoints + 3) * this.nTaps);
    const filter = kaiserSinc({ halfWidth, cutOff: bandwidth * rollOff, beta });
    for (let point = -1, i = 0; point <= this.#nPoints + 1; point++) {
      for (let tap = 0; tap < this.nTaps; tap++, i++) {
        this.#grid[i] = filter(point / this.#nPoints + half - 1 - tap);
      }
    }
  }

  /** Fills `row` with the weights of the input samples around the time `phase / nPhases`; their sum is 1. */
  weights(phase: number, row: Float64Array): void {
    const { nTaps } = this;
    const grid = this.#grid;
    const position = (phase / this.#nPhases) * this.#nPoints;
    const point = Math.floor(position);
    const [c0, c1, c2, c3] = cubicWeights(position - point);
    const start = point * nTaps;
    let sum = 0;
    for (let k = 0, i = start; k < nTaps; k++, i++) {
      const before = c0 * grid[i]! + c1 * grid[i + nTaps]!;
      const after = c2 * grid[i + 2 * nTaps]! + c3 * grid[i + 3 * nTaps]!;
      row[k] = before + after;
      sum += before + after;
    }
    const gain = 1 / sum;
    for (let k = 0; k < nTaps; k++) row[k] = row[k]! * gain;
  }
}

/** The filter for a bandwidth of 1, as an even function of time, and where it ends. */
export function prototypeOf(quality: ResampleQuality): {
  halfWidth: number;
  filter: (time: number) => number;
} {
  const { zeroCrossings, beta, rollOff } = presets[quality];
  const halfWidth = zeroCrossings;
  return { halfWidth, filter: kaiserSinc({ halfWidth, cutOff: rollOff, beta }) };
}

/** @throws {SerError} `invalid-option` */
export function requireQuality(quality: ResampleQuality): void {
  requireOneOf('quality', quality, Object.keys(presets));
}

/** The filter as a function of time; 0 from `halfWidth` on. */
function kaiserSinc(options: { halfWidth: number; cutOff: number; beta: number }): (time: number) => number {
  const { halfWidth, cutOff, beta } = options;
  const peak = besselI0(beta);
  return (time) => {
    const x = time / halfWidth;
    if (Math.abs(x) >= 1) return 0;
    return (cutOff * sinc(cutOff * time) * besselI0(beta * Math.sqrt(1 - x * x))) / peak;
  };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Lagrange weights of the points -1, 0, 1, 2 for a position 0 <= x < 1. */
export function cubicWeights(x: number): readonly [number, number, number, number] {
  return [
    (-x * (x - 1) * (x - 2)) / 6,
    ((x + 1) * (x - 1) * (x - 2)) / 2,
    (-(x + 1) * x * (x - 2)) / 2,
    ((x + 1) * x * (x - 1)) / 6,
  ];
}
