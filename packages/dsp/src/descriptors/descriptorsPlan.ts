import { requireFiniteSamples } from '../audio/checkClip.js';
import { DspError } from '../errors.js';
import { requireOneOf } from '../options/requireLength.js';
import { markActive } from './activity.js';
import { ContourTable } from './contourTable.js';
import { contourGroups, contoursOf, firstContours, type ContourGroup } from './descriptorNames.js';
import { spanOfSpeech, widened, type FrameSpan } from './frameSpan.js';
import { frontEnds, type FrontEnd } from './frontEnd.js';
import { FullBandSpectra } from './spectrum/fullBandSpectra.js';
import { InvariantSpectra } from './spectrum/invariantSpectra.js';
import { PitchTrack } from './pitch/pitchTrack.js';
import type { VoiceFrames } from './descriptors.js';
import { voiceFrameCount } from './framing.js';
import { VoiceSamples } from './paddedSamples.js';

export interface VoiceFramesOptions {
  /**
   * How sound becomes numbers: 'full-band' for recordings like those of training, 'invariant' for any microphone.
   *
   * @default 'full-band'
   */
  readonly frontEnd?: FrontEnd;
}

/**
 * Voice frames of many clips with the same settings: tables and buffers are made once.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const plan = new VoiceFramesPlan({ frontEnd: 'invariant' });
 * const { f0, voiced } = plan.transform(clip.samples);
 */
export class VoiceFramesPlan {
  readonly frontEnd: FrontEnd;
  /** Of the contours. */
  readonly names: readonly string[];
  readonly #first: Readonly<Record<ContourGroup, number>>;
  readonly #samples = new VoiceSamples();
  readonly #spectra: FullBandSpectra | InvariantSpectra;
  readonly #pitch = new PitchTrack();
  readonly #table: ContourTable;
  #active = new Uint8Array(0);

  constructor({ frontEnd = 'full-band' }: VoiceFramesOptions = {}) {
    requireOneOf('frontEnd', frontEnd, frontEnds);
    this.frontEnd = frontEnd;
    this.names = contourGroups.flatMap((group) => contoursOf[frontEnd][group]);
    this.#first = firstContours(frontEnd);
    this.#spectra = frontEnd === 'full-band' ? new FullBandSpectra() : new InvariantSpectra();
    this.#table = new ContourTable(this.names.length);
  }

  /**
   * Frames in a clip of `nSamples`: one every 160, the first centred on sample 0.
   *
   * @throws {SerError} `clip-too-short` for an empty clip
   */
  nFrames(nSamples: number): number {
    if (nSamples > 0) return voiceFrameCount(nSamples);
    throw new DspError(
      'clip-too-short',
      'Expected a clip of at least 1 samples, got 0. Leave out empty clips.',
    );
  }

  /**
   * The frames of a clip of 16 kHz, in buffers of the plan that the next call overwrites.
   *
   * @throws {SerError} `clip-too-short`, `invalid-sample`
   */
  transform(samples: Float32Array): VoiceFrames {
    return this.#describe(samples, (nFrames) => ({ first: 0, end: nFrames }));
  }

  /**
   * As `transform`, but only for the span of speech and so many frames on either side. Of the others, activity and
   * level alone are right.
   *
   * @throws {SerError} `clip-too-short`, `invalid-sample`
   */
  transformSpeech(samples: Float32Array, reach: number): VoiceFrames {
    return this.#describe(samples, (nFrames, active) => widened(spanOfSpeech(active), reach, nFrames));
  }

  #describe(samples: Float32Array, spanOf: (nFrames: number, active: Uint8Array) => FrameSpan): VoiceFrames {
    const nFrames = this.nFrames(samples.length);
    requireFiniteSamples(samples);
    const { frontEnd, names } = this;
    const table = this.#table;
    this.#samples.load(samples, { normalized: frontEnd === 'invariant' });
    table.begin(nFrames);
    this.#spectra.writeLevels(this.#samples, table);
    const levels = table.contour(this.#first.energy);
    if (this.#active.length < nFrames) this.#active = new Uint8Array(nFrames);
    const active = this.#active.subarray(0, nFrames);
    markActive(levels, active);
    const span = spanOf(nFrames, active);
    this.#spectra.write(this.#samples, span, table);
    this.#pitch.transform(this.#samples, { levels, span, hnr: table.contour(this.#first.hnr) });
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
