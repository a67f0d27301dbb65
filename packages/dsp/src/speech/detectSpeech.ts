import { requireNumber } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { decibels, frameLevels, lowestLevel } from './frameLevels.js';

/** A section of speech. */
export interface SpeechSegment {
  /** Start time, in seconds. */
  readonly start: number;
  /** End time, in seconds. */
  readonly end: number;
}

export interface DetectSpeechOptions {
  /**
   * Minimum level of speech above the noise floor of the clip, in dB, above 0.
   *
   * @default 6
   */
  readonly margin?: number;
  /**
   * Minimum level of speech relative to the loud frames of the clip, in dB below them, above 0.
   *
   * @default 30
   */
  readonly range?: number;
  /**
   * Minimum level of speech, in dB of full scale, at most 0.
   *
   * @default -90
   */
  readonly minimumLevel?: number;
  /**
   * Minimum length of a burst, in seconds, at least 0; shorter bursts are ignored as clicks.
   *
   * @default 0.06
   */
  readonly minimumBurst?: number;
  /**
   * Minimum length of a pause, in seconds, at least 0; shorter pauses are part of the surrounding speech.
   *
   * @default 0.3
   */
  readonly hangover?: number;
}

/** The sections of speech in a clip, and their levels. */
export interface SpeechActivity {
  /** Sections in order of time, separated by pauses of at least `hangover`. */
  readonly segments: readonly SpeechSegment[];
  /** Total length of all segments, in seconds. */
  readonly speechSeconds: number;
  /** Level of speech above 80 Hz, in dB of full scale, at least -120; without speech, the level of all frames. */
  readonly level: number;
  /**
   * Estimated signal-to-noise ratio of speech, in dB, from -20 to 80; null without speech. The noise is the power of the
   * quietest tenth of the frames, so the ratio is underestimated for a clip without pauses. Below 10 dB it is
   * overestimated by a few dB, because only the loudest frames of speech are detected.
   */
  readonly snr: number | null;
}

/**
 * Detects speech by the energy of frames of 20 ms, every 10 ms, above the noise floor of the clip.
 *
 * A frame is speech if its level above 80 Hz is `margin` above the noise floor (the 10th percentile of frames that are
 * not digital silence), at most `range` below the loud frames (the 95th percentile), and above `minimumLevel`. Bursts
 * shorter than `minimumBurst` are removed, and pauses shorter than `hangover` are filled. All thresholds except
 * `minimumLevel` are relative to the clip, so a gain does not change the result while speech is above `minimumLevel`.
 *
 * Steady sounds (hiss, hum, a held tone) are not detected, at any level. Other varying sounds (music, typing, a second
 * speaker) are detected as speech: energy cannot distinguish them.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * detectSpeech(clip).segments; // [{ start: 0.42, end: 1.97 }]
 */
export function detectSpeech(clip: AudioClip, options: DetectSpeechOptions = {}): SpeechActivity {
  const { margin = 6, range = 30, minimumLevel = -90, minimumBurst = 0.06, hangover = 0.3 } = options;
  requireNumber('margin', margin, { above: 0 });
  requireNumber('range', range, { above: 0 });
  requireNumber('minimumLevel', minimumLevel, { max: 0 });
  requireNumber('minimumBurst', minimumBurst, { min: 0 });
  requireNumber('hangover', hangover, { min: 0 });
  const { hop, power } = frameLevels(clip);
  const levels = power.map(decibels);
  const sorted = levels.filter((level) => level > lowestLevel).sort();
  const floor = percentile(sorted, 0.1) + margin;
  const threshold = Math.max(floor, percentile(sorted, 0.95) - range, minimumLevel);
  const bursts = runsOf(levels.map((level) => Number(level >= threshold))).filter(
    ([first, end]) => (end - first) * hop >= minimumBurst,
  );
  const segments = bridged(bursts, hangover / hop).map(([first, end]) => ({
    start: round(first * hop),
    end: round(end * hop),
  }));
  const loud = meanOver(power, bursts);
  return {
    segments,
    speechSeconds: round(segments.reduce((sum, { start, end }) => sum + end - start, 0)),
    level: decibels(loud ?? meanOver(power, [[0, power.length]]) ?? 0),
    snr: loud === undefined ? null : signalToNoise(loud, quietTenth(power)),
  };
}

/** -120 dB of full scale. */
const leastPower = 1e-12;

/** First frame (included) and last frame (excluded). */
type Run = readonly [first: number, end: number];

function runsOf(active: Float64Array): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < active.length; i++) {
    if (active[i] === 0) continue;
    const first = i;
    while (i < active.length && active[i] === 1) i++;
    runs.push([first, i]);
  }
  return runs;
}

function bridged(runs: readonly Run[], longestGap: number): Run[] {
  return runs.reduce<Run[]>((joined, [first, end]) => {
    const last = joined.at(-1);
    if (last && first - last[1] < longestGap) joined[joined.length - 1] = [last[0], end];
    else joined.push([first, end]);
    return joined;
  }, []);
}

function meanOver(power: Float64Array, runs: readonly Run[]): number | undefined {
  const parts = runs.map(([first, end]) => power.subarray(first, end));
  const nFrames = parts.reduce((sum, part) => sum + part.length, 0);
  if (nFrames === 0) return undefined;
  return parts.reduce((sum, part) => sum + part.reduce((total, value) => total + value, 0), 0) / nFrames;
}

/** Power of the quietest tenth of the frames, without digital silence, which has no background noise. */
function quietTenth(power: Float64Array): number {
  const sorted = power.filter((value) => value > leastPower).sort();
  const quiet = sorted.subarray(0, Math.ceil(sorted.length / 10));
  return quiet.reduce((sum, value) => sum + value, 0) / Math.max(1, quiet.length);
}

function signalToNoise(withNoise: number, noise: number): number {
  const ratio = Math.max(withNoise - noise, 0) / Math.max(noise, leastPower);
  return Math.min(80, Math.max(-20, decibels(ratio)));
}

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** Rounds times to 0.1 ms, which hides the rounding errors of multiples of 0.01. */
function round(seconds: number): number {
  return Math.round(seconds * 1e4) / 1e4;
}
