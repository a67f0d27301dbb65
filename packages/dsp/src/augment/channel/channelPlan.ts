import { RandomStream, requireNumber } from '@ser/core';
import type { AudioClip } from '../../audio/audioClip.js';
import { requireFiniteSamples } from '../../audio/checkClip.js';
import { InverseRealFft } from '../../fft/inverseRealFft.js';
import { RealFft } from '../../fft/realFft.js';
import { energy } from '../energy.js';
import type { Channel, ColoredNoise } from './channel.js';
import { channelGain } from './channelGain.js';
import { impulseResponse } from './impulseResponse.js';
import { requireChannel } from './requireChannel.js';

/**
 * Shortest silence appended to a clip, in seconds: filtering by spectra is circular, and the decay of the filters must
 * not wrap around to the start.
 */
const shortestTail = 0.1;
/** Below this frequency, in Hz, the noise spectrum is flat; otherwise brown noise would be mostly rumble. */
const lowestNoise = 50;

/** Sends clips through channels, and reuses the tables of lengths seen before. */
export class ChannelPlan {
  readonly #transforms = new Map<number, Transforms>();

  /**
   * See `applyChannel`.
   *
   * @throws {SerError} `invalid-option`, `invalid-sample`
   */
  apply(clip: AudioClip, channel: Channel): AudioClip {
    requireChannel(channel);
    requireNumber('sampleRate', clip.sampleRate, { above: 0 });
    requireFiniteSamples(clip.samples);
    const power = energy(clip.samples);
    if (power === 0) return clip;
    const { reverberation, noise } = channel;
    const tail = Math.ceil(clip.sampleRate * Math.max(shortestTail, reverberation?.time ?? 0));
    const transforms = this.#of(powerOfTwo(clip.samples.length + tail));
    const samples = transforms.filtered(clip, channel);
    scaleTo(samples, power);
    if (noise) add(samples, transforms.noise(noise, clip), power * 10 ** (-noise.snr / 10));
    return { samples: Float32Array.from(samples), sampleRate: clip.sampleRate };
  }

  #of(size: number): Transforms {
    const known = this.#transforms.get(size) ?? new Transforms(size);
    this.#transforms.set(size, known);
    return known;
  }
}

/** Fourier transforms of one length, with their buffers. */
class Transforms {
  readonly #forward: RealFft;
  readonly #inverse: InverseRealFft;
  readonly #signal: Float64Array;
  readonly #bins: Float64Array;
  readonly #roomBins: Float64Array;

  constructor(size: number) {
    this.#forward = new RealFft(size);
    this.#inverse = new InverseRealFft(size);
    this.#signal = new Float64Array(size);
    this.#bins = new Float64Array(2 * this.#forward.nFrequencies);
    this.#roomBins = new Float64Array(this.#bins.length);
  }

  /** @returns the filtered clip, of the same length */
  filtered({ samples, sampleRate }: AudioClip, channel: Channel): Float64Array {
    const bins = this.#spectrumOf(samples, this.#bins);
    for (let bin = 0; bin < bins.length / 2; bin++) {
      const factor = 10 ** (channelGain(this.#frequency(bin, sampleRate), channel) / 20);
      bins[2 * bin]! *= factor;
      bins[2 * bin + 1]! *= factor;
    }
    const { reverberation } = channel;
    if (reverberation)
      multiply(bins, this.#spectrumOf(impulseResponse(reverberation, sampleRate), this.#roomBins));
    this.#inverse.transform(bins, this.#signal);
    return this.#signal.slice(0, samples.length);
  }

  /** Noise of arbitrary power, drawn as a spectrum: the bins of white noise are independent and normally distributed. */
  noise({ exponent, seed }: ColoredNoise, { samples, sampleRate }: AudioClip): Float64Array {
    const random = new RandomStream(seed);
    const bins = this.#bins;
    for (let bin = 0; bin < bins.length / 2; bin++) {
      const frequency = Math.max(this.#frequency(bin, sampleRate), lowestNoise);
      const amplitude = (frequency / lowestNoise) ** (-exponent / 2);
      bins[2 * bin] = amplitude * random.normal();
      bins[2 * bin + 1] = amplitude * random.normal();
    }
    this.#inverse.transform(bins, this.#signal);
    return this.#signal.slice(0, samples.length);
  }

  #spectrumOf(samples: ArrayLike<number>, bins: Float64Array): Float64Array {
    this.#signal.fill(0);
    this.#signal.set(samples);
    this.#forward.transform(this.#signal, bins);
    return bins;
  }

  #frequency(bin: number, sampleRate: number): number {
    return (bin * sampleRate) / this.#signal.length;
  }
}

/** Multiplies complex numbers in place. */
function multiply(bins: Float64Array, by: Float64Array): void {
  for (let i = 0; i < bins.length; i += 2) {
    const real = bins[i]! * by[i]! - bins[i + 1]! * by[i + 1]!;
    bins[i + 1] = bins[i]! * by[i + 1]! + bins[i + 1]! * by[i]!;
    bins[i] = real;
  }
}

function scaleTo(samples: Float64Array, power: number): void {
  const found = energy(samples);
  const scale = found === 0 ? 0 : Math.sqrt(power / found);
  for (let i = 0; i < samples.length; i++) samples[i]! *= scale;
}

function add(samples: Float64Array, others: Float64Array, power: number): void {
  scaleTo(others, power);
  for (let i = 0; i < samples.length; i++) samples[i]! += others[i]!;
}

function powerOfTwo(length: number): number {
  return 2 ** Math.ceil(Math.log2(length));
}
