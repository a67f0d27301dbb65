import { sumSteps } from '../audio/checkClip.js';
import { samplesPerStep, type Steps } from '../steps/steps.js';
import { pitchFrameLength, countFrames, descriptorHopLength } from './framing.js';
import { blockLength, SampleBlocks } from './sampleBlocks.js';

/** Zeros on both sides, in samples: half of the longest frame. */
const margin = pitchFrameLength / 2;
/** RMS amplitude of a normalized clip: -20 dB. */
const normalAmplitude = 0.1;

export interface LoadOptions {
  /** Whether to normalize the clip to a level of -20 dB; digital silence stays unchanged. */
  readonly normalized: boolean;
}

/** The samples of a clip without their mean, with zeros on both sides. */
export class PaddedSamples {
  /** Number of clips that were loaded. */
  clip = 0;
  #padded = new Float64Array(0);
  readonly #blocks = new SampleBlocks();

  /** Zeros, the clip, and zeros. Later samples belong to a longer previous clip. */
  get padded(): Float64Array {
    return this.#padded;
  }

  /** Loads a clip, in steps. */
  *load(samples: Float32Array, { normalized }: LoadOptions): Steps<void> {
    this.clip++;
    const length = samples.length + 2 * margin;
    if (this.#padded.length < length) this.#padded = new Float64Array(length);
    const padded = this.#padded;
    const mean = (yield* sumSteps(samples)) / samples.length;
    for (let start = 0; start < samples.length; start += samplesPerStep) {
      subtract(mean, samples.subarray(start, start + samplesPerStep), padded.subarray(margin + start));
      yield;
    }
    padded.fill(0, margin + samples.length, length);
    if (normalized) yield* normalize(padded.subarray(margin, margin + samples.length));
    const endOfFrames = (countFrames(samples.length) - 1) * descriptorHopLength + pitchFrameLength;
    yield* this.#blocks.read(padded, endOfFrames / blockLength);
  }

  /** Start index of a frame in `padded`. */
  start(frame: number, frameLength: number): number {
    return margin + frame * descriptorHopLength - frameLength / 2;
  }

  mean(frame: number, frameLength: number): number {
    return this.#blocks.mean(this.start(frame, frameLength), frameLength);
  }

  rootMeanSquare(frame: number, frameLength: number): number {
    return this.#blocks.rootMeanSquare(this.start(frame, frameLength), frameLength);
  }

  /** Fraction of adjacent samples with different signs; 0 counts as positive. */
  zeroCrossingRate(frame: number, frameLength: number): number {
    const start = this.start(frame, frameLength);
    const atStart = Number(this.#padded[start - 1]! < 0 !== this.#padded[start]! < 0);
    return (this.#blocks.crossings(start, frameLength) - atStart) / (frameLength - 1);
  }
}

function subtract(mean: number, samples: Float32Array, output: Float64Array): void {
  for (let i = 0; i < samples.length; i++) output[i] = samples[i]! - mean;
}

/** Scales samples to the normal level, in place. */
function* normalize(samples: Float64Array): Steps<void> {
  let squares = 0;
  for (let start = 0; start < samples.length; start += samplesPerStep) {
    squares = addSquares(squares, samples.subarray(start, start + samplesPerStep));
    yield;
  }
  const level = Math.sqrt(squares / samples.length);
  if (level === 0) return;
  for (let start = 0; start < samples.length; start += samplesPerStep) {
    scale(samples.subarray(start, start + samplesPerStep), level);
    yield;
  }
}

function addSquares(sum: number, samples: Float64Array): number {
  let squares = sum;
  for (let i = 0; i < samples.length; i++) squares += samples[i]! * samples[i]!;
  return squares;
}

function scale(samples: Float64Array, level: number): void {
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i]! / level) * normalAmplitude;
}
