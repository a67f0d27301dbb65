import { descriptorSampleRate } from '../framing.js';

/** Periods of 500 Hz down to 60 Hz, in samples: the shortest (included) and the longest (excluded). */
export const [firstLag, endLag] = [32, 266] as const;
/** Number of lags of the autocorrelation for all periods and their neighbors: an even number. */
export const nLags = 268;
/** Maximum number of candidates of a frame. */
export const maxCandidates = 5;
/** Cost of candidates per octave below 500 Hz, because twice a period fits as well as the period. */
const octaveCost = 0.01;
/** Reference of the pitch, in Hz: A1. */
const referenceHz = 55;

/** The most likely periods of each frame of a clip: peaks of its autocorrelation. */
export class PitchCandidates {
  /** Pitch in octaves above 55 Hz, of shape `[nFrames, maxCandidates]`. */
  octaves = new Float64Array(0);
  /** Peak height minus the cost of the period. */
  strengths = new Float64Array(0);
  /** Peak height. */
  heights = new Float64Array(0);
  /** Number of candidates of each frame. */
  counts = new Uint8Array(0);
  /** Largest autocorrelation of each frame within the range of periods. */
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

  /** Finds the candidates of a frame, strongest first. */
  add(autocorrelation: Float64Array, frame: number): void {
    const count = this.#strongestPeaks(autocorrelation, frame);
    this.counts[frame] = count;
    for (let i = 0; i < count; i++) {
      const lag = this.#lags[i]!;
      const period =
        lag + peakShift(autocorrelation[lag - 1]!, autocorrelation[lag]!, autocorrelation[lag + 1]!);
      this.octaves[frame * maxCandidates + i] = Math.log2(descriptorSampleRate / period / referenceHz);
      this.heights[frame * maxCandidates + i] = autocorrelation[lag]!;
    }
  }

  /** Writes the sorted lags and strengths, and the maximum; returns the number of peaks. */
  #strongestPeaks(autocorrelation: Float64Array, frame: number): number {
    const offset = frame * maxCandidates;
    const strengths = this.strengths;
    const lags = this.#lags;
    const costs = this.#costs;
    // Without a peak, the maximum is at an end.
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

/** Position of the peak of the parabola through three values, in steps from the middle one, limited to half a step. */
function peakShift(before: number, at: number, after: number): number {
  const bend = before - 2 * at + after;
  const shift = (0.5 * (before - after)) / (Math.abs(bend) < 1e-9 ? 1e-9 : bend);
  return Math.min(0.5, Math.max(-0.5, shift));
}
