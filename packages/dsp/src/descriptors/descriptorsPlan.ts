import { requireOneOf } from '@ser/core';
import { finiteSamplesSteps } from '../audio/checkClip.js';
import { DspError } from '../errors.js';
import { markActive } from './activity.js';
import { ContourTable } from './contourTable.js';
import {
  descriptorGroups,
  descriptorNames,
  firstDescriptors,
  type DescriptorGroup,
} from './descriptorNames.js';
import type { Descriptors } from './descriptors.js';
import { spanOfSpeech, widened, type FrameSpan } from './frameSpan.js';
import { countFrames } from './framing.js';
import { frontEnds, type FrontEnd } from './frontEnd.js';
import { PaddedSamples } from './paddedSamples.js';
import type { Steps } from '../steps/steps.js';
import { PitchTrack } from './pitch/pitchTrack.js';
import { FullBandSpectra } from './spectrum/fullBandSpectra.js';
import { InvariantSpectra } from './spectrum/invariantSpectra.js';

export interface FrontEndOptions {
  /**
   * 'full-band' for recordings like those of training, 'invariant' for any microphone.
   *
   * @default 'full-band'
   */
  readonly frontEnd?: FrontEnd;
}

/**
 * Log-mel levels, MFCC, spectral shape, contrast, chroma, energy, harmonics-to-noise ratio, and pitch of a clip, every
 * 10 ms. Tables and buffers are made once.
 *
 * @throws {SerError} `invalid-option`
 */
export class DescriptorsPlan {
  readonly frontEnd: FrontEnd;
  /** Names of the contours. */
  readonly names: readonly string[];
  readonly #first: Readonly<Record<DescriptorGroup, number>>;
  readonly #samples = new PaddedSamples();
  readonly #spectra: FullBandSpectra | InvariantSpectra;
  readonly #pitch = new PitchTrack();
  readonly #table: ContourTable;
  #active = new Uint8Array(0);

  constructor({ frontEnd = 'full-band' }: FrontEndOptions = {}) {
    requireOneOf('frontEnd', frontEnd, frontEnds);
    this.frontEnd = frontEnd;
    this.names = descriptorGroups.flatMap((group) => descriptorNames[frontEnd][group]);
    this.#first = firstDescriptors(frontEnd);
    this.#spectra = frontEnd === 'full-band' ? new FullBandSpectra() : new InvariantSpectra();
    this.#table = new ContourTable(this.names.length);
  }

  /**
   * Number of frames in a clip of `nSamples`: one every 160 samples, the first centered on sample 0.
   *
   * @throws {SerError} `clip-too-short` for an empty clip
   */
  nFrames(nSamples: number): number {
    if (nSamples > 0) return countFrames(nSamples);
    throw new DspError(
      'clip-too-short',
      'The clip must have at least 1 sample; got 0. Leave out empty clips.',
    );
  }

  /**
   * The descriptors of a clip of 16 kHz, in steps, in buffers of the plan that the next call overwrites.
   *
   * @throws {SerError} `clip-too-short`, `invalid-sample`
   */
  transform(samples: Float32Array): Steps<Descriptors> {
    return this.#describe(samples, (nFrames) => ({ first: 0, end: nFrames }));
  }

  /**
   * Like `transform`, but only for the span of speech and `reach` more frames on both sides. In other frames, only
   * activity and level are valid.
   *
   * @throws {SerError} `clip-too-short`, `invalid-sample`
   */
  transformSpeech(samples: Float32Array, reach: number): Steps<Descriptors> {
    return this.#describe(samples, (nFrames, active) => widened(spanOfSpeech(active), reach, nFrames));
  }

  *#describe(
    samples: Float32Array,
    spanOf: (nFrames: number, active: Uint8Array) => FrameSpan,
  ): Steps<Descriptors> {
    const nFrames = this.nFrames(samples.length);
    yield* finiteSamplesSteps(samples);
    const { frontEnd, names } = this;
    const table = this.#table;
    yield* this.#samples.load(samples, { normalized: frontEnd === 'invariant' });
    table.begin(nFrames);
    yield* this.#spectra.writeLevels(this.#samples, table);
    const levels = table.contour(this.#first.energy);
    if (this.#active.length < nFrames) this.#active = new Uint8Array(nFrames);
    const active = this.#active.subarray(0, nFrames);
    markActive(levels, active);
    const span = spanOf(nFrames, active);
    yield* this.#spectra.write(this.#samples, span, table);
    yield* this.#pitch.transform(this.#samples, { levels, span, hnr: table.contour(this.#first.hnr) });
    return {
      frontEnd,
      nFrames,
      names,
      data: table.data,
      f0: this.#pitch.f0.subarray(0, nFrames),
      voiced: this.#pitch.voiced.subarray(0, nFrames),
      active,
    };
  }
}
