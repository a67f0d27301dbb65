import { requireOneOf } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import type { Descriptors } from '../descriptors/descriptors.js';
import { DescriptorsPlan, type FrontEndOptions } from '../descriptors/descriptorsPlan.js';
import { spanOfSpeech, type FrameSpan } from '../descriptors/frameSpan.js';
import {
  descriptorHopLength,
  descriptorSampleRate,
  pitchFrameLength,
  requireDescriptorRate,
} from '../descriptors/framing.js';
import { DspError } from '../errors.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type FramePlan, type Features } from '../frames/features.js';
import type { FrameLayout } from '../frames/frameLayout.js';
import { requireLength } from '../options/requireLength.js';
import { runSteps, type Steps } from '../steps/steps.js';
import { chosenDescriptors } from './chosenDescriptors.js';
import { ContextColumns, type DescriptorContext } from './contextColumns.js';
import type { ContourColumns } from './contourColumns.js';
import { SlopeColumns } from './slopeColumns.js';

export interface LowLevelDescriptorsOptions extends FrontEndOptions {
  /**
   * Descriptors by name, such as 'mfcc3', 'f0', or 'voiced', or all of a group, such as 'mfcc'; at least one. The order
   * of columns is always that of the groups (mel, mfcc, spectrum, contrast, chroma, energy, hnr), then `f0`, `voiced`.
   *
   * @default ['mfcc', 'f0', 'voiced', 'hnr']
   */
  readonly descriptors?: readonly string[];
  /**
   * Highest order of slopes to append, each over two frames on both sides, computed before frames are left out. Cannot be
   * combined with `context`.
   *
   * @default 0
   */
  readonly deltas?: 0 | 1 | 2;
  /**
   * Replaces each value by the first coefficients of the cosine transform of a window around the frame.
   *
   * @default none
   */
  readonly context?: DescriptorContext;
  /**
   * Whether to keep only active frames, which are loud enough to be speech. If fewer than ten are active, all are kept.
   *
   * @default true
   */
  readonly active?: boolean;
}

const defaultDescriptors = ['mfcc', 'f0', 'voiced', 'hnr'];

/**
 * Low-level descriptors of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`, also for a sample rate other than 16 kHz
 */
export class LowLevelDescriptorsPlan implements FramePlan {
  readonly names: readonly string[];
  readonly layout: FrameLayout;
  readonly #contours: readonly string[];
  readonly #isActiveOnly: boolean;
  readonly #frames: DescriptorsPlan;
  readonly #columns: ContourColumns;
  #values = new Float64Array(0);

  constructor(options: LowLevelDescriptorsOptions & { readonly sampleRate: number }) {
    const { sampleRate, frontEnd = 'full-band', descriptors = defaultDescriptors, active = true } = options;
    requireDescriptorRate(sampleRate);
    requireOneOf('active', active, [true, false]);
    this.#frames = new DescriptorsPlan({ frontEnd });
    this.#contours = chosenDescriptors(descriptors, frontEnd);
    this.#columns = columnsFor(options);
    this.#isActiveOnly = active;
    this.names = this.#columns.suffixes.flatMap((suffix) => this.#contours.map((name) => name + suffix));
    this.layout = {
      frameLength: pitchFrameLength,
      hopLength: descriptorHopLength,
      center: true,
      ...(active && { rows: `active, ${frontEnd}` }),
    };
  }

  /**
   * Number of frames in a clip of `nSamples`: the maximum number of rows.
   *
   * @throws {SerError} `clip-too-short` for an empty clip
   */
  nFrames(nSamples: number): number {
    return this.#frames.nFrames(nSamples);
  }

  /**
   * The values of a clip, of shape `[nRows, names.length]`, with a row for each frame or for each active frame.
   *
   * @param output of length `nFrames * names.length`; the filled part is returned
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(samples: Float32Array, output?: Float32Array): Float32Array {
    return runSteps(this.steps(samples, output));
  }

  *steps(samples: Float32Array, output?: Float32Array): Steps<Float32Array> {
    const longest = this.nFrames(samples.length) * this.names.length;
    if (output !== undefined) requireLength('output', output, longest);
    const frames = yield* this.#read(samples);
    const rows = this.#rowsOf(frames);
    const length = rows.length * this.names.length;
    const filled = length === output?.length ? output : output?.subarray(0, length);
    return yield* this.#write(frames, rows, filled ?? new Float32Array(length));
  }

  #read(samples: Float32Array): Steps<Descriptors> {
    return this.#isActiveOnly
      ? this.#frames.transformSpeech(samples, this.#columns.reach)
      : this.#frames.transform(samples);
  }

  #rowsOf({ active, nFrames }: Descriptors): Int32Array {
    const frames = Int32Array.from({ length: nFrames }, (_, frame) => frame);
    return this.#isActiveOnly ? frames.filter((frame) => active[frame] === 1) : frames;
  }

  *#write(frames: Descriptors, rows: Int32Array, output: Float32Array): Steps<Float32Array> {
    const span = this.#isActiveOnly ? spanOfSpeech(frames.active) : { first: 0, end: frames.nFrames };
    for (let i = 0; i < this.#contours.length; i++) {
      yield;
      this.#writeContour(this.#valuesOf(frames, this.#contours[i]!), { span, rows, output, at: i });
    }
    return output;
  }

  #writeContour(values: Float64Array, { span, rows, output, at }: Destination): void {
    const columns = this.#columns.columnsOf(values, span);
    const width = this.names.length;
    for (let c = 0, first = at; c < columns.length; c++, first += this.#contours.length) {
      const column = columns[c]!;
      for (let row = 0; row < rows.length; row++) output[row * width + first] = column[rows[row]!]!;
    }
  }

  #valuesOf({ data, f0, voiced, nFrames, names }: Descriptors, contour: string): Float64Array {
    if (contour === 'f0') return f0;
    if (contour === 'voiced') {
      if (this.#values.length !== nFrames) this.#values = new Float64Array(nFrames);
      this.#values.set(voiced);
      return this.#values;
    }
    const number = names.indexOf(contour);
    return data.subarray(number * nFrames, (number + 1) * nFrames);
  }
}

/** Where to write the columns of a contour. */
interface Destination {
  /** Frames to compute. */
  readonly span: FrameSpan;
  /** The frame of each row. */
  readonly rows: Int32Array;
  /** `[nRows, nColumns]` */
  readonly output: Float32Array;
  /** Index of the first column of the contour. */
  readonly at: number;
}

function columnsFor({ deltas = 0, context }: LowLevelDescriptorsOptions): ContourColumns {
  requireOneOf('deltas', deltas, [0, 1, 2]);
  if (context === undefined) return new SlopeColumns(deltas);
  if (deltas === 0) return new ContextColumns(context);
  throw new DspError(
    'invalid-option',
    '`deltas` and `context` cannot be combined. Use one of them: both describe how a descriptor changes over time.',
  );
}

/**
 * Low-level descriptors of speech, a row for every 10 ms of speech: mel levels, MFCC, spectral shape, pitch, voicing, and
 * more, with their slopes or with the shape of a window around each frame. `functionals` computes statistics of the same
 * descriptors.
 *
 * @returns features of shape `[nRows, nColumns]`, named 'mfcc3', 'mfcc3.delta', or 'mfcc3.dct2'
 * @throws {SerError} `invalid-option`, `sample-rate-mismatch` for a clip that does not have 16 kHz, `clip-too-short`,
 * `invalid-sample`
 *
 * @example
 * lowLevelDescriptors(clip, { descriptors: ['mfcc'], deltas: 2 }).nFeatures; // 60
 * lowLevelDescriptors(clip, { descriptors: ['mfcc', 'voiced', 'hnr'], context: {} }).nFeatures; // 110
 */
export function lowLevelDescriptors(clip: AudioClip, options: LowLevelDescriptorsOptions = {}): Features {
  requireSampleRate(clip, descriptorSampleRate);
  return featuresOf(new LowLevelDescriptorsPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const lowLevelDescriptorsKind: FeatureKind<LowLevelDescriptorsOptions> = {
  optionNames: { frontEnd: true, descriptors: true, deltas: true, context: true, active: true },
  createPlan: (options) => new LowLevelDescriptorsPlan(options),
};
