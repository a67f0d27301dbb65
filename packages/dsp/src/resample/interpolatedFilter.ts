import { cubicWeights, prototypeOf } from './lowPass.js';
import type { ResampleQuality } from './rateConversion.js';
import type { Ratio } from './resampler.js';

/** Points of the filter per sampling interval, of which cubic interpolation has an error of 1e-9. */
const nPoints = 128;

/** Rows per sampling interval of the lower rate: linear interpolation between them adds errors below -106 dB. */
const nRows = 512;

/** Weights on a grid of times between two input samples; between two rows, they are interpolated linearly. */
export interface InterpolatedFilter {
  /** Number of weights of a row, a multiple of 4; those after the last tap are 0. */
  readonly nTaps: number;
  /** Number of input samples of a row at or before the time of the output, minus 1. */
  readonly nBefore: number;
  /** Number of rows per sampling interval of the input; there is one more row at its end. */
  readonly nRows: number;
  /** Rows of `nTaps` weights, whose sum is 1. */
  readonly rows: Float64Array;
}

export function interpolatedFilter({ up, down, quality }: Ratio): InterpolatedFilter {
  const bandwidth = Math.min(1, up / down);
  const { halfWidth, values } = prototypeTable(quality);
  const half = Math.ceil(halfWidth / bandwidth);
  const filter = {
    nTaps: 4 * Math.ceil(half / 2),
    nBefore: half - 1,
    nRows: Math.ceil(nRows * bandwidth),
  };
  const rows = new Float64Array((filter.nRows + 1) * filter.nTaps);
  for (let row = 0; 2 * row <= filter.nRows; row++) {
    const weights = rows.subarray(row * filter.nTaps, row * filter.nTaps + 2 * half);
    fillRow(values, bandwidth, row / filter.nRows + half - 1, weights);
    // The filter is symmetric in time.
    rows.set(weights.slice().reverse(), (filter.nRows - row) * filter.nTaps);
  }
  return { ...filter, rows };
}

/** Fills the weights of the times `start`, `start - 1`, … */
function fillRow(values: Float64Array, bandwidth: number, start: number, weights: Float64Array): void {
  let sum = 0;
  for (let tap = 0; tap < weights.length; tap++) {
    const position = Math.min(Math.abs(start - tap) * bandwidth * nPoints, values.length - 4);
    const point = Math.floor(position);
    const [c0, c1, c2, c3] = cubicWeights(position - point);
    const weight =
      c0 * values[point]! + c1 * values[point + 1]! + (c2 * values[point + 2]! + c3 * values[point + 3]!);
    weights[tap] = weight;
    sum += weight;
  }
  for (let tap = 0; tap < weights.length; tap++) weights[tap]! /= sum;
}

interface PrototypeTable {
  readonly halfWidth: number;
  /** The filter at the points -1, 0, 1, … up to three points after its end. */
  readonly values: Float64Array;
}

const tables = new Map<ResampleQuality, PrototypeTable>();

/** The filter for a bandwidth of 1, computed once. */
function prototypeTable(quality: ResampleQuality): PrototypeTable {
  const known = tables.get(quality);
  if (known) return known;
  const { halfWidth, filter } = prototypeOf(quality);
  const values = Float64Array.from({ length: halfWidth * nPoints + 4 }, (_, i) => filter((i - 1) / nPoints));
  const table = { halfWidth, values };
  tables.set(quality, table);
  return table;
}
