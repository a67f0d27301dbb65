import { decibelsPerNeper } from './frontEnd.js';
import { PitchAutocorrelation } from './pitchAutocorrelation.js';
import { nLags, PitchCandidates, maxCandidates } from './pitchCandidates.js';
import { PitchPath, unvoiced } from './pitchPath.js';
import type { VoiceSamples } from './voiceSamples.js';

/** Frames this far below the loudest are too quiet for their pitch to be trusted, in dB. */
const quietRange = 40;
/** The share of a frame's energy that is periodic counts as within these. */
const leastPeriodic = 1e-3;
const mostPeriodic = 0.9999;

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

  /**
   * @param levels of the frames, in dB
   * @param hnr filled: harmonics-to-noise ratio of the frames, in dB
   */
  transform(samples: VoiceSamples, levels: Float64Array, hnr: Float64Array): void {
    const nFrames = levels.length;
    this.#begin(nFrames);
    for (let frame = 0; frame < nFrames; frame++) {
      this.#autocorrelation.read(samples, frame);
      this.#candidates.add(this.#autocorrelation.values, frame);
    }
    this.#markQuiet(levels);
    this.#path.find(this.#candidates, this.#isQuiet, nFrames);
    for (let frame = 0; frame < nFrames; frame++) this.#write(frame, hnr);
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
