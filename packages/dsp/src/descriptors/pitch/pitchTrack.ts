import type { FrameSpan } from '../frameSpan.js';
import { decibelsPerNeper } from '../frontEnd.js';
import type { PaddedSamples } from '../paddedSamples.js';
import { framesPerStep, type Steps } from '../../steps/steps.js';
import { PitchAutocorrelation } from './pitchAutocorrelation.js';
import { nLags, PitchCandidates, maxCandidates } from './pitchCandidates.js';
import { isCertainlyUnvoiced, PitchPath, unvoiced } from './pitchPath.js';

/** Frames more than this below the loudest frame are too quiet for a reliable pitch, in dB. */
const quietRange = 40;
/** Limits of the periodic fraction of the energy of a frame. */
const leastPeriodic = 1e-3;
const mostPeriodic = 0.9999;

export interface PitchTrackOptions {
  /** Levels of all frames, in dB. */
  readonly levels: Float64Array;
  /** Frames to find the pitch of. */
  readonly span: FrameSpan;
  /** Filled in the span: harmonics-to-noise ratio of the frames, in dB. */
  readonly hnr: Float64Array;
}

/** F0, voicing, and harmonics-to-noise ratio of the frames of a clip. */
export class PitchTrack {
  /** Pitch in semitones above 55 Hz, 0 in unvoiced frames. */
  f0 = new Float64Array(0);
  /** 1 in voiced frames. */
  voiced = new Uint8Array(0);
  readonly #autocorrelation = new PitchAutocorrelation(nLags);
  readonly #candidates = new PitchCandidates();
  readonly #path = new PitchPath();
  #isQuiet = new Uint8Array(0);

  /** Finds the pitch of a span of frames, in steps; frames around it count as unvoiced. */
  *transform(samples: PaddedSamples, { levels, span, hnr }: PitchTrackOptions): Steps<void> {
    const nFrames = levels.length;
    this.#begin(nFrames);
    this.#markQuiet(levels);
    const extent = yield* this.#readCandidates(samples, span, nFrames);
    yield* this.#path.find(this.#candidates, this.#isQuiet, extent);
    this.f0.fill(0, 0, nFrames);
    this.voiced.fill(0, 0, nFrames);
    for (let frame = span.first; frame < span.end; frame++) this.#write(frame, hnr);
  }

  /**
   * Reads the candidates of a span, and of frames around it up to one on each side that is unvoiced on every best path,
   * so that the path in the span is the same as that through all frames. Returns the frames read.
   */
  *#readCandidates(samples: PaddedSamples, span: FrameSpan, nFrames: number): Steps<FrameSpan> {
    let { first, end } = span;
    for (let frame = first; frame < end; frame++) {
      if (frame % framesPerStep === 0) yield;
      this.#read(samples, frame);
    }
    while (first > 0 && !this.#isCertainlyUnvoiced(first)) {
      if (first % framesPerStep === 0) yield;
      this.#read(samples, --first);
    }
    while (end < nFrames && !this.#isCertainlyUnvoiced(end - 1)) {
      if (end % framesPerStep === 0) yield;
      this.#read(samples, end++);
    }
    return { first, end };
  }

  #read(samples: PaddedSamples, frame: number): void {
    this.#autocorrelation.read(samples, frame);
    this.#candidates.add(this.#autocorrelation.values, frame);
  }

  #isCertainlyUnvoiced(frame: number): boolean {
    return isCertainlyUnvoiced(this.#candidates, frame, this.#isQuiet[frame] === 1);
  }

  #begin(nFrames: number): void {
    this.#candidates.begin(nFrames);
    if (this.f0.length >= nFrames) return;
    this.f0 = new Float64Array(nFrames);
    this.voiced = new Uint8Array(nFrames);
    this.#isQuiet = new Uint8Array(nFrames);
  }

  #markQuiet(levels: Float64Array): void {
    const loudest = levels.reduce((most, level) => Math.max(most, level), -Infinity);
    for (let frame = 0; frame < levels.length; frame++) {
      this.#isQuiet[frame] = levels[frame]! > loudest - quietRange ? 0 : 1;
    }
  }

  #write(frame: number, hnr: Float64Array): void {
    const state = this.#path.states[frame]!;
    const isVoiced = state !== unvoiced;
    const { octaves, heights, maxima } = this.#candidates;
    this.voiced[frame] = isVoiced ? 1 : 0;
    this.f0[frame] = isVoiced ? 12 * octaves[frame * maxCandidates + state]! : 0;
    hnr[frame] = harmonicsToNoise(isVoiced ? heights[frame * maxCandidates + state]! : maxima[frame]!);
  }
}

/** Harmonics-to-noise ratio in dB, from the periodic fraction of the energy of a frame. */
function harmonicsToNoise(share: number): number {
  const periodic = Math.min(mostPeriodic, Math.max(leastPeriodic, share));
  return decibelsPerNeper * Math.log(periodic / (1 - periodic));
}
