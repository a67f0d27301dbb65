import { voiceSampleRate } from '../framing.js';

/** Periods from 500 Hz down to 60 Hz, in samples: the lowest, and the one after the highest. */
export const [firstLag, endLag] = [32, 266] as const;
/** Lags of the autocorrelation that a look at all of them and their neighbours needs: an even number. */
export const nLags = 268;
/** Most candidates of a frame. */
export const maxCandidates = 5;
/** Candidates lose this much an octave of pitch, as the double of a period fits as well as the period. */
const octaveCost = 0.01;
/** What F0 is counted from, in Hz: A1. */
const referenceHz = 55;

/** The likeliest periods of each frame of a clip: peaks of its autocorrelation. */
export class PitchCandidates {
  /** Pitch, in octaves above 55 Hz, of shape `[nFrames, maxCandidates]`. */
  octaves = new Float64Array(0);
  /** Peak height, less for longer periods: the likelihood. */
  strengths = new Float64Array(0);
  /** Peak height alone. */
  heights = new Float64Array(0);
  /** How many candidates each frame has. */
  counts = new Uint8Array(0);
  /** Greatest autocorrelation of each frame at the lags of voices. */
  maxima = new Float64Array(0);
  readonly #costs = Float64Array.from({ length: endLag }, (_, lag) => octaveCost * Math.log2(lag / firstLag));
  readonly #lags = new Int32Array(maxCandidates);

  begin(nFrames: number): void {
    if (this.counts.length >= nFrames) return;
    this.octaves = new Float64Array(nFrames * maxCandidates);
    this.strengths = new Float64Array(nFrames * maxCandidates);
    this.heights = new Float64Array(nFrames * maxCandidates);
    this.counts = new Uint8Array(nFrames);
    this.maxima = new Float64Array(nFrames);
  }

  /** Finds the candidates of a frame, the strongest first. */
  add(autocorrelation: Float64Array, frame: number): void {
    const count = this.#strongestPeaks(autocorrelation, frame);
    this.counts[frame] = count;
    for (let i = 0; i < count; i++) {
      const lag = this.#lags[i]!;
      const period =
        lag + peakShift(autocorrelation[lag - 1]!, autocorrelation[lag]!, autocorrelation[lag + 1]!);
      this.octaves[frame * maxCandidates + i] = Math.log2(voiceSampleRate / period / referenceHz);
      this.heights[frame * maxCandidates + i] = autocorrelation[lag]!;
    }
  }

  /** Writes lags and strengths, sorted, and the maximum, and returns how many peaks there are. */
  #strongestPeaks(autocorrelation: Float64Array, frame: number): number {
    const offset = frame * maxCandidates;
    const strengths = this.strengths;
    const lags = this.#lags;
    const costs = this.#costs;
    // Without a peak, it lies at an end.
    let maximum = Math.max(autocorrelation[firstLag - 1]!, autocorrelation[endLag]!);
    let count = 0;
    let height = autocorrelation[firstLag - 1]!;
    let after = autocorrelation[firstLag]!;
    for (let lag = firstLag; lag < endLag; lag++) {
      const before = height;
      height = after;
      after = autocorrelation[lag + 1]!;
      if (!(height > before && height >= after)) continue;
      if (height > maximum) maximum = height;
      const strength = height - costs[lag]!;
      let rank = count;
      while (rank > 0 && strengths[offset + rank - 1]! < strength) rank--;
      if (rank === maxCandidates) continue;
      if (count < maxCandidates) count++;
      for (let i = count - 1; i > rank; i--) {
        strengths[offset + i] = strengths[offset + i - 1]!;
        lags[i] = lags[i - 1]!;
      }
      strengths[offset + rank] = strength;
      lags[rank] = lag;
    }
    this.maxima[frame] = maximum;
    return count;
  }
}

/** Where the parabola through three values has its peak, in steps from the middle one, at most half a step away. */
function peakShift(before: number, at: number, after: number): number {
  const bend = before - 2 * at + after;
  const shift = (0.5 * (before - after)) / (Math.abs(bend) < 1e-9 ? 1e-9 : bend);
  return Math.min(0.5, Math.max(-0.5, shift));
}
