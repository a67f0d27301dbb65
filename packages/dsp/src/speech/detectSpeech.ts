import type { AudioClip } from '../audio/audioClip.js';
import { DspError } from '../errors.js';
import { decibels, frameLevels, lowestLevel } from './frameLevels.js';

/** From when to when somebody speaks, in seconds. */
export interface SpeechSegment {
  readonly start: number;
  readonly end: number;
}

export interface DetectSpeechOptions {
  /**
   * How far above the clip's noise floor a frame must be, in dB, > 0.
   *
   * @default 6
   */
  readonly margin?: number;
  /**
   * How far below the clip's loud frames a frame may be, in dB, > 0.
   *
   * @default 30
   */
  readonly range?: number;
  /**
   * The level, in dB below full scale, under which nothing counts as speech, <= 0.
   *
   * @default -90
   */
  readonly minimumLevel?: number;
  /**
   * Shorter bursts are clicks, in seconds, >= 0.
   *
   * @default 0.06
   */
  readonly minimumBurst?: number;
  /**
   * Shorter pauses belong to the speech around them, in seconds, >= 0.
   *
   * @default 0.3
   */
  readonly hangover?: number;
}

/** Where speech is in a clip, and how it stands out. */
export interface SpeechActivity {
  /** In order, apart from each other by more than the hangover. */
  readonly segments: readonly SpeechSegment[];
  /** Length of all segments together. */
  readonly speechSeconds: number;
  /** Level of the frames that stand out, above 80 Hz, in dB of full scale, >= -120; of all frames where none does. */
  readonly level: number;
  /**
   * Estimated ratio of the power of speech to that of the noise below it, in dB, in [-20, 80]; null without speech.
   * Noise is what the quietest tenth of the frames hold, so a clip without any pause seems noisier than it is; below 10
   * dB the frames that stand out are but the loudest, and the estimate is a few dB too high.
   */
  readonly snr: number | null;
}

/**
 * Finds speech by its energy: frames of 20 ms, each 10 ms, that stand out of the clip's own noise floor.
 *
 * Above 80 Hz a frame counts when it is `margin` above the floor (the 10th percentile of the frames that are not digital
 * silence), no more than `range` below the loud frames (the 95th percentile), and above `minimumLevel`. Bursts shorter
 * than `minimumBurst` are dropped, pauses shorter than `hangover` are filled. All thresholds but one follow the clip, so a
 * gain changes nothing until speech falls below `minimumLevel`.
 *
 * Steady sound of any loudness (hiss, hum, a held tone) has no frames that stand out. Other sound that comes and goes
 * (music, typing, a second speaker) is taken for speech: energy cannot tell them apart.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * detectSpeech(clip).segments; // [{ start: 0.42, end: 1.97 }]
 */
export function detectSpeech(clip: AudioClip, options: DetectSpeechOptions = {}): SpeechActivity {
  const { margin = 6, range = 30, minimumLevel = -90, minimumBurst = 0.06, hangover = 0.3 } = options;
  requireNumbers({ margin, range, minimumBurst, hangover }, minimumLevel);
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

/** First frame, and the one after the last. */
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

/** Digital silence is left out: it tells nothing of the noise around the speech. */
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

/** Times to a tenth of a millisecond: sums of 0.01 would show their rounding. */
function round(seconds: number): number {
  return Math.round(seconds * 1e4) / 1e4;
}

function requireNumbers(positive: Readonly<Record<string, number>>, minimumLevel: number): void {
  for (const [name, value] of Object.entries(positive)) {
    const mayBeZero = name === 'hangover' || name === 'minimumBurst';
    if (value > 0 || (mayBeZero && value === 0)) continue;
    throw new DspError(
      'invalid-option',
      `\`${name}\` must be a number ${mayBeZero ? '>= 0' : '> 0'}, got \`${value}\`.`,
    );
  }
  if (minimumLevel <= 0) return;
  throw new DspError('invalid-option', `\`minimumLevel\` must be <= 0 dB, got \`${minimumLevel}\`.`);
}
