import type { AudioClip } from '../audio/audioClip.js';
import { requireFiniteSamples, requireSampleRate } from '../audio/checkClip.js';
import { DspError } from '../errors.js';
import { MixedRadixFft } from '../fft/mixedRadixFft.js';
import { numberedNames, type Features } from '../frames/features.js';
import { windowOf } from '../spectrum/windowOf.js';
import { melFilterBank } from './melFilterBank.js';

const whisperRate = 16000;
const nFft = 400;
const hopLength = 160;
/** Quietest energy of a band, about -100 dB. */
const leastEnergy = 1e-10;
/** Range kept below the loudest value of the clip: 8 decades of energy, 80 dB. */
const decades = 8;

export interface WhisperLogMelOptions {
  /**
   * Number of mel bands, an integer from 1: 80 for Whisper tiny to large-v2, 128 for large-v3.
   *
   * @default 80
   */
  readonly nMels?: number;
}

/**
 * The log-mel spectrogram that Whisper's encoder takes: `log10` of Slaney mel energies, floored 8 below the clip's
 * largest, plus 4, divided by 4; about -1 to 1.5.
 *
 * A frame of 25 ms is centered on every 160th sample, with the clip mirrored at both ends, except for the last
 * partial step, as in Whisper: `floor(nSamples / 160)` frames.
 *
 * @param clip of 16,000 Hz and at least 201 samples
 * @returns features of shape `[nFrames, nMels]`. Whisper itself puts the bands first.
 * @throws {SerError} `invalid-option`, `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`
 * @see https://github.com/openai/whisper/blob/main/whisper/audio.py (`log_mel_spectrogram`)
 *
 * @example
 * const { data, nFrames } = whisperLogMel(clip); // [nFrames, 80]
 */
export function whisperLogMel(clip: AudioClip, { nMels = 80 }: WhisperLogMelOptions = {}): Features {
  requireSampleRate(clip, whisperRate);
  requireMirrored(clip.samples.length);
  requireFiniteSamples(clip.samples);
  const data = planOf(nMels).transform(clip.samples);
  return {
    data,
    nFrames: data.length / nMels,
    nFeatures: nMels,
    names: numberedNames('whisperLogMel', nMels),
  };
}

/** @throws {SerError} `clip-too-short` unless the mirrored ends lie within the clip */
function requireMirrored(nSamples: number): void {
  if (nSamples > nFft / 2) return;
  throw new DspError(
    'clip-too-short',
    `The clip must have at least ${nFft / 2 + 1} samples; got ${nSamples}. Leave it out, or append silence.`,
  );
}

const plans = new Map<number, WhisperLogMelPlan>();

/** Tables and buffers are made once for each number of bands. */
function planOf(nMels: number): WhisperLogMelPlan {
  const plan = plans.get(nMels) ?? new WhisperLogMelPlan(nMels);
  plans.set(nMels, plan);
  return plan;
}

class WhisperLogMelPlan {
  readonly #fft = new MixedRadixFft(nFft);
  readonly #window = windowOf('hann', nFft);
  readonly #filterBank;
  /** Two frames, one as the real and one as the imaginary part of the numbers to transform. */
  readonly #frames = { re: new Float64Array(nFft), im: new Float64Array(nFft) };
  readonly #powers = [new Float64Array(1 + nFft / 2), new Float64Array(1 + nFft / 2)] as const;

  constructor(nMels: number) {
    this.#filterBank = melFilterBank({ sampleRate: whisperRate, nFft, nMels });
  }

  transform(samples: Float32Array): Float32Array {
    const { nMels } = this.#filterBank;
    const nFrames = Math.floor(samples.length / hopLength);
    const output = new Float32Array(nFrames * nMels);
    for (let frame = 0; frame < nFrames; frame += 2) {
      const both = frame + 1 < nFrames;
      this.#readFrame(samples, frame, this.#frames.re);
      if (both) this.#readFrame(samples, frame + 1, this.#frames.im);
      this.#transformFrames();
      this.#filterBank.apply(this.#powers[0], output, frame * nMels);
      if (both) this.#filterBank.apply(this.#powers[1], output, (frame + 1) * nMels);
    }
    return normalizedLogarithms(output);
  }

  /** A windowed frame around sample `160 * frame`; behind both ends the clip is mirrored, without the end itself. */
  #readFrame(samples: Float32Array, frame: number, output: Float64Array): void {
    const start = frame * hopLength - nFft / 2;
    const last = samples.length - 1;
    const inside = start >= 0 && start + nFft - 1 <= last;
    for (let i = 0; i < nFft; i++) {
      const position = inside ? start + i : last - Math.abs(last - Math.abs(start + i));
      output[i] = samples[position]! * this.#window[i]!;
    }
  }

  /** Spectra `A` and `B` of real frames from `Z = A + iB`: `2A[k] = Z[k] + Z*[-k]`, `2iB[k] = Z[k] - Z*[-k]`. */
  #transformFrames(): void {
    const { re, im } = this.#frames;
    const [first, second] = this.#powers;
    this.#fft.transform(this.#frames);
    for (let k = 0; k < first.length; k++) {
      const mirror = (nFft - k) % nFft;
      first[k] = ((re[k]! + re[mirror]!) ** 2 + (im[k]! - im[mirror]!) ** 2) / 4;
      second[k] = ((re[k]! - re[mirror]!) ** 2 + (im[k]! + im[mirror]!) ** 2) / 4;
    }
  }
}

/** In place. */
function normalizedLogarithms(energies: Float32Array): Float32Array {
  let largest = -Infinity;
  for (let i = 0; i < energies.length; i++) {
    const value = Math.log10(Math.max(energies[i]!, leastEnergy));
    energies[i] = value;
    largest = Math.max(largest, value);
  }
  const least = largest - decades;
  for (let i = 0; i < energies.length; i++) energies[i] = (Math.max(energies[i]!, least) + 4) / 4;
  return energies;
}
