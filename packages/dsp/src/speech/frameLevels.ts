import type { AudioClip } from '../audio/audioClip.js';

/** The power of each frame. */
export interface FrameLevels {
  /** Step from one frame to the next, in seconds. */
  readonly hop: number;
  /** Mean square of each frame above 80 Hz; 1 is full scale. */
  readonly power: Float64Array;
}

/** Length and hop of a frame, in seconds. */
const frame = { duration: 0.02, hop: 0.01 };

/** Cutoff frequency of the high-pass filter, in Hz: lower frequencies are rumble. */
const lowest = 80;

/** The power of frames of 20 ms, every 10 ms; a clip shorter than a frame has none. */
export function frameLevels({ samples, sampleRate }: AudioClip): FrameLevels {
  const squares = highPassedSquares(samples, sampleRate);
  const length = Math.max(1, Math.round(frame.duration * sampleRate));
  const hop = Math.max(1, Math.round(frame.hop * sampleRate));
  const nFrames = samples.length < length ? 0 : 1 + Math.floor((samples.length - length) / hop);
  const power = new Float64Array(nFrames);
  for (let i = 0; i < nFrames; i++) {
    let sum = 0;
    for (let n = i * hop; n < i * hop + length; n++) sum += squares[n]!;
    power[i] = sum / length;
  }
  return { hop: hop / sampleRate, power };
}

/** Lowest level, in dB of full scale. */
export const lowestLevel = -120;

/** Level of a power in dB of full scale; at least -120. */
export function decibels(power: number): number {
  return Math.max(lowestLevel, 10 * Math.log10(power));
}

/** The square of each sample after two one-pole high-pass filters, which start in the steady state of the first sample. */
function highPassedSquares(samples: Float32Array, sampleRate: number): Float64Array {
  const squares = new Float64Array(samples.length);
  const pole = Math.exp((-2 * Math.PI * lowest) / sampleRate);
  let before = samples[0] ?? 0;
  let once = 0;
  let twice = 0;
  for (let n = 0; n < samples.length; n++) {
    const onceBefore = once;
    once = pole * (once + samples[n]! - before);
    twice = pole * (twice + once - onceBefore);
    squares[n] = twice * twice;
    before = samples[n]!;
  }
  return squares;
}
