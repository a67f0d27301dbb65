import { RandomStream, requireInteger, requireNumber, requireSeed } from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import { addNoise } from './addNoise.js';
import { applyGain } from './applyGain.js';
import type { Augmentation, AugmentationDescription } from './augmentation.js';
import { changeSpeed } from './changeSpeed.js';
import { ChannelPlan } from './channel/channelPlan.js';
import { drawChannelFrom } from './channel/drawChannel.js';
import { drawFrom } from './drawFrom.js';
import { parseAugmentation } from './parseAugmentation.js';
import { pitchShift } from './pitchShift.js';
import { shiftTime } from './shiftTime.js';
import { timeStretch } from './timeStretch.js';

/**
 * Makes altered copies of training clips (data augmentation). The random values of a copy depend only on the seed, the
 * variant, and the index of the step: the same call gives the same samples, bit for bit, in any order.
 *
 * Copies may exceed [-1, 1], and `timeStretch` and `speed` change their length; nothing is clamped or cut.
 *
 * @throws {SerError} `invalid-augmentation`, `invalid-option`
 *
 * @example
 * const augmenter = new Augmenter({ variants: [[{ name: 'noise', snr: [10, 20] }]] }, 16000);
 * const copy = augmenter.apply(clip, 0, 42);
 */
export class Augmenter {
  readonly description: AugmentationDescription;
  /** Sample rate of the clips, in Hz. */
  readonly sampleRate: number;
  /** Number of copies that can be made of a clip. */
  readonly nVariants: number;
  readonly #channels = new ChannelPlan();

  constructor(description: AugmentationDescription, sampleRate: number) {
    requireNumber('sampleRate', sampleRate, { above: 0 });
    this.description = parseAugmentation(description);
    this.sampleRate = sampleRate;
    this.nVariants = this.description.variants.length;
  }

  /**
   * Makes the copy of one variant.
   *
   * @param variant index of the variant, an integer from 0 to `nVariants - 1`
   * @param seed an integer from -2^31 to 2^32 - 1; use a different one for each clip
   * @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`, `invalid-option`
   */
  apply(clip: AudioClip, variant: number, seed: number): AudioClip {
    requireInteger('variant', variant, { min: 0, max: this.nVariants - 1 });
    requireSeed(seed);
    requireSampleRate(clip, this.sampleRate);
    return this.description.variants[variant]!.reduce(
      (copy, step, index) => this.#applyStep(copy, step, new RandomStream(seed, variant, index)),
      clip,
    );
  }

  #applyStep(clip: AudioClip, step: Augmentation, random: RandomStream): AudioClip {
    switch (step.name) {
      case 'noise':
        return addNoise(clip, { snr: drawFrom(step.snr, random), seed: random.seed() });
      case 'gain':
        return applyGain(clip, { decibels: drawFrom(step.decibels, random) });
      case 'shift':
        return shiftTime(clip, { seconds: drawFrom(step.seconds, random), mode: step.mode });
      case 'timeStretch':
        return timeStretch(clip, { rate: drawFrom(step.rate, random) });
      case 'pitchShift':
        return pitchShift(clip, { semitones: drawFrom(step.semitones, random) });
      case 'speed':
        return changeSpeed(clip, { rate: drawFrom(step.rate, random) });
      case 'channel':
        return this.#channels.apply(clip, drawChannelFrom(step, random));
    }
  }
}
