import type { FrameSpan } from '../frameSpan.js';
import { decibelsPerNeper } from '../frontEnd.js';
import { PitchAutocorrelation } from './pitchAutocorrelation.js';
import { nLags, PitchCandidates, maxCandidates } from './pitchCandidates.js';
import { isParting, PitchPath, unvoiced } from './pitchPath.js';
import type { VoiceSamples } from '../paddedSamples.js';

/** Frames this far below the loudest are too quiet for their pitch to be trusted, in dB. */
const quietRange = 40;
/** The share of a frame's energy that is periodic counts as within these. */
const leastPeriodic = 1e-3;
const mostPeriodic = 0.9999;

export interface PitchTrackOptions {
  /** Of all frames, in dB. */
  readonly levels: Float64Array;
  /** Where the pitch is looked for. */
  readonly span: FrameSpan;
  /** Filled in the span: harmonics-to-noise ratio of the frames, in dB. */
  readonly hnr: Float64Array;
}

/** F0, voicing and harmonics-to-noise ratio of the frames of a clip. */
export class PitchTrack {
  /** Semitones above 55 Hz, 0 where unvoiced. */
  f0 = new Float64Array(0);
  /** 1 where voiced. */
  voiced = new Uint8Array(0);
  readonly #autocorrelation = new PitchAutocorrelation(nLags);
  readonly #candidates = new PitchCandidates();
  readonly #path = new PitchPath();
  #isQuiet = new Uint8Array(0);

  /** Finds the pitch of a span of frames; it counts as unvoiced around it. */
  transform(samples: VoiceSamples, { levels, span, hnr }: PitchTrackOptions): void {
    const nFrames = levels.length;
    this.#begin(nFrames);
    this.#markQuiet(levels);
    const extent = this.#readCandidates(samples, span, nFrames);
    this.#path.find(this.#candidates, this.#isQuiet, extent);
    this.f0.fill(0, 0, nFrames);
    this.voiced.fill(0, 0, nFrames);
    for (let frame = span.first; frame < span.end; frame++) this.#write(frame, hnr);
  }

  /**
   * Reads the candidates of a span, and of the frames around it up to one on either side that no path can avoid being
   * unvoiced in, which makes the path in the span the same as that through all frames. Returns what it has read.
   */
  #readCandidates(samples: VoiceSamples, span: FrameSpan, nFrames: number): FrameSpan {
    let { first, end } = span;
    for (let frame = first; frame < end; frame++) this.#read(samples, frame);
    while (first > 0 && !this.#isParting(first)) this.#read(samples, --first);
    while (end < nFrames && !this.#isParting(end - 1)) this.#read(samples, end++);
    return { first, end };
  }

  #read(samples: VoiceSamples, frame: number): void {
    this.#autocorrelation.read(samples, frame);
    this.#candidates.add(this.#autocorrelation.values, frame);
  }

  #isParting(frame: number): boolean {
    return isParting(this.#candidates, frame, this.#isQuiet[frame] === 1);
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

/** In dB, of the share of a frame's energy that is periodic. */
function harmonicsToNoise(share: number): number {
  const periodic = Math.min(mostPeriodic, Math.max(leastPeriodic, share));
  return decibelsPerNeper * Math.log(periodic / (1 - periodic));
}
