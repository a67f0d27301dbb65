import { sumOf } from '../audio/checkClip.js';
import { blockLength, SampleBlocks } from './sampleBlocks.js';
import { pitchFrameLength, voiceFrameCount, voiceHopLength } from './framing.js';

/** Zeros on both sides, in samples: half the longest frame. */
const margin = pitchFrameLength / 2;
/** What a clip's level is normalised to: -20 dB. */
const normalAmplitude = 0.1;

export interface LoadOptions {
  /** Whether to bring the clip to a level of -20 dB; digital silence stays as it is. */
  readonly normalized: boolean;
}

/** A clip's samples without their mean, with silence on both sides. */
export class VoiceSamples {
  #padded = new Float64Array(0);
  readonly #blocks = new SampleBlocks();

  /** Margin, clip and margin. What follows belongs to a longer clip. */
  get padded(): Float64Array {
    return this.#padded;
  }

  load(samples: Float32Array, { normalized }: LoadOptions): void {
    const length = samples.length + 2 * margin;
    if (this.#padded.length < length) this.#padded = new Float64Array(length);
    const padded = this.#padded;
    const mean = sumOf(samples) / samples.length;
    for (let i = 0, to = margin; i < samples.length; i++, to++) padded[to] = samples[i]! - mean;
    padded.fill(0, margin + samples.length, length);
    if (normalized) normalize(padded.subarray(margin, margin + samples.length));
    const endOfFrames = (voiceFrameCount(samples.length) - 1) * voiceHopLength + pitchFrameLength;
    this.#blocks.read(padded, endOfFrames / blockLength);
  }

  /** Where a frame of that length begins in `padded`. */
  start(frame: number, frameLength: number): number {
    return margin + frame * voiceHopLength - frameLength / 2;
  }

  mean(frame: number, frameLength: number): number {
    return this.#blocks.mean(this.start(frame, frameLength), frameLength);
  }

  rootMeanSquare(frame: number, frameLength: number): number {
    return this.#blocks.rootMeanSquare(this.start(frame, frameLength), frameLength);
  }

  /** Share of neighbouring samples whose signs differ; 0 counts as positive. */
  zeroCrossingRate(frame: number, frameLength: number): number {
    const start = this.start(frame, frameLength);
    const atStart = Number(this.#padded[start - 1]! < 0 !== this.#padded[start]! < 0);
    return (this.#blocks.crossings(start, frameLength) - atStart) / (frameLength - 1);
  }
}

/** Brings samples to the normal level, in place. */
function normalize(samples: Float64Array): void {
  let squares = 0;
  for (let i = 0; i < samples.length; i++) squares += samples[i]! * samples[i]!;
  const level = Math.sqrt(squares / samples.length);
  if (level === 0) return;
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i]! / level) * normalAmplitude;
}
