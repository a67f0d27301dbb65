import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import { DspError } from '../errors.js';
import type { FeatureKind } from '../frames/featureKind.js';
import { featuresOf, type FeaturePlan, type Features } from '../frames/features.js';
import type { FrameLayout } from '../frames/frameLayout.js';
import { requireLength, requireOneOf } from '../options/requireLength.js';
import { spanOfSpeech, type FrameSpan } from '../descriptors/frameSpan.js';
import type { VoiceFrames } from '../descriptors/descriptors.js';
import { VoiceFramesPlan, type VoiceFramesOptions } from '../descriptors/descriptorsPlan.js';
import { pitchFrameLength, voiceHopLength, voiceSampleRate } from '../descriptors/framing.js';
import { chosenContours } from './chosenDescriptors.js';
import { ContextColumns, type ContourContext } from './contextColumns.js';
import type { ContourColumns } from './contourColumns.js';
import { SlopeColumns } from './slopeColumns.js';

export interface VoiceContoursOptions extends VoiceFramesOptions {
  /**
   * Contours of `voiceFrames` by name, such as 'mfcc3', 'f0' or 'voiced', or all of a group, such as 'mfcc'; at least
   * one. Their order is always that of `voiceFrames`, with `f0` and `voiced` after the contours.
   *
   * @default ['mfcc', 'f0', 'voiced', 'hnr']
   */
  readonly contours?: readonly string[];
  /**
   * Up to which order to add slopes, those of the functionals: over two frames on either side in the whole clip. Not with
   * `context`.
   *
   * @default 0
   */
  readonly deltas?: 0 | 1 | 2;
  /**
   * Instead of a contour's value, the first coefficients of the cosine transform of a window about the frame.
   *
   * @default none
   */
  readonly context?: ContourContext;
  /**
   * Whether only active frames, in which somebody speaks, are rows. Where fewer than ten are, all are.
   *
   * @default true
   */
  readonly active?: boolean;
}

const defaultContours = ['mfcc', 'f0', 'voiced', 'hnr'];

/**
 * Contours of many clips' voices with the same settings, a row every 10 ms: frames and columns in one plan.
 *
 * @throws {SerError} `invalid-option`, also for a sample rate other than 16 kHz
 *
 * @example
 * const plan = new VoiceContoursPlan({ sampleRate: 16000, contours: ['mfcc'], deltas: 2 });
 * plan.transform(clip.samples); // plan.names.length numbers for each active frame
 */
export class VoiceContoursPlan implements FeaturePlan {
  readonly names: readonly string[];
  readonly layout: FrameLayout;
  readonly #contours: readonly string[];
  readonly #isActiveOnly: boolean;
  readonly #frames: VoiceFramesPlan;
  readonly #columns: ContourColumns;
  #values = new Float64Array(0);

  constructor(options: VoiceContoursOptions & { readonly sampleRate: number }) {
    const { sampleRate, frontEnd = 'full-band', contours = defaultContours, active = true } = options;
    requireOneOf('sampleRate', sampleRate, [voiceSampleRate]);
    requireOneOf('active', active, [true, false]);
    this.#frames = new VoiceFramesPlan({ frontEnd });
    this.#contours = chosenContours(contours, frontEnd);
    this.#columns = columnsFor(options);
    this.#isActiveOnly = active;
    this.names = this.#columns.suffixes.flatMap((suffix) => this.#contours.map((name) => name + suffix));
    this.layout = {
      frameLength: pitchFrameLength,
      hopLength: voiceHopLength,
      center: true,
      ...(active && { rows: `active, ${frontEnd}` }),
    };
  }

  /**
   * Frames in a clip of `nSamples`, as many rows as there can be.
   *
   * @throws {SerError} `clip-too-short` for an empty clip
   */
  nFrames(nSamples: number): number {
    return this.#frames.nFrames(nSamples);
  }

  /**
   * The columns of a clip, of shape `[rows, names.length]`: a row a frame, or an active one.
   *
   * @param output room for a row of every frame; what is filled of it is returned
   * @throws {SerError} `clip-too-short`, `invalid-sample`, `buffer-mismatch`
   */
  transform(samples: Float32Array, output?: Float32Array): Float32Array {
    const room = this.nFrames(samples.length) * this.names.length;
    if (output !== undefined) requireLength('output', output, room);
    const frames = this.#read(samples);
    const rows = this.#rowsOf(frames);
    const length = rows.length * this.names.length;
    const filled = length === output?.length ? output : output?.subarray(0, length);
    return this.#write(frames, rows, filled ?? new Float32Array(length));
  }

  #read(samples: Float32Array): VoiceFrames {
    return this.#isActiveOnly
      ? this.#frames.transformSpeech(samples, this.#columns.reach)
      : this.#frames.transform(samples);
  }

  #rowsOf({ active, nFrames }: VoiceFrames): Int32Array {
    const frames = Int32Array.from({ length: nFrames }, (_, frame) => frame);
    return this.#isActiveOnly ? frames.filter((frame) => active[frame] === 1) : frames;
  }

  #write(frames: VoiceFrames, rows: Int32Array, output: Float32Array): Float32Array {
    const span = this.#isActiveOnly ? spanOfSpeech(frames.active) : { first: 0, end: frames.nFrames };
    for (let i = 0; i < this.#contours.length; i++) {
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

  #valuesOf({ data, f0, voiced, nFrames, names }: VoiceFrames, contour: string): Float64Array {
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

/** Where the columns of a contour go. */
interface Destination {
  /** Frames that rows come from. */
  readonly span: FrameSpan;
  /** The frame of each row. */
  readonly rows: Int32Array;
  /** `[rows, columns]` */
  readonly output: Float32Array;
  /** The first of its columns. */
  readonly at: number;
}

function columnsFor({ deltas = 0, context }: VoiceContoursOptions): ContourColumns {
  requireOneOf('deltas', deltas, [0, 1, 2]);
  if (context === undefined) return new SlopeColumns(deltas);
  if (deltas === 0) return new ContextColumns(context);
  throw new DspError(
    'invalid-option',
    'Expected `deltas` or `context`, got both. A context says how a contour moves.',
  );
}

/**
 * How a voice sounds, a row every 10 ms in which somebody speaks: contours of `voiceFrames` as they are, with their slopes
 * or with their surroundings. What `fitEncoder` of @ser/models makes one row a clip of.
 *
 * @returns features of shape `[rows, columns]`, called 'mfcc3', 'mfcc3.delta' or 'mfcc3.dct2'
 * @throws {SerError} `invalid-option`, `sample-rate-mismatch` for a clip that does not have 16 kHz, `clip-too-short`,
 * `invalid-sample`
 *
 * @example
 * voiceContours(clip, { contours: ['mfcc'], deltas: 2 }).nFeatures; // 60
 * voiceContours(clip, { contours: ['mfcc', 'voiced', 'hnr'], context: {} }).nFeatures; // 110
 */
export function voiceContours(clip: AudioClip, options: VoiceContoursOptions = {}): Features {
  requireSampleRate(clip, voiceSampleRate);
  return featuresOf(new VoiceContoursPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const voiceContoursKind: FeatureKind<VoiceContoursOptions> = {
  optionNames: { frontEnd: true, contours: true, deltas: true, context: true, active: true },
  createPlan: (options) => new VoiceContoursPlan(options),
};
