import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import { requireInteger, requireNumber } from '../options/requireLength.js';
import { addNoise } from './addNoise.js';
import { applyGain } from './applyGain.js';
import type { Augmentation, AugmentationDescription } from './augmentation.js';
import { changeSpeed } from './changeSpeed.js';
import { ChannelPlan } from './channel/channelPlan.js';
import { channelDrawn } from './channel/drawChannel.js';
import { parseAugmentation } from './parseAugmentation.js';
import { pitchShift } from './pitchShift.js';
import { RandomSource, requireSeed } from './randomSource.js';
import { shiftTime } from './shiftTime.js';
import { timeStretch } from './timeStretch.js';

/**
 * Altered copies of clips, for training on more than was recorded. What is drawn for a copy depends on the seed,
 * the variant and the number of the step alone: the same call gives the same samples, bit for bit, in any order.
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
  /** Copies that can be made of a clip. */
  readonly nVariants: number;
  readonly #channels = new ChannelPlan();

  constructor(description: AugmentationDescription, sampleRate: number) {
    requireNumber('sampleRate', sampleRate, { above: 0 });
    this.description = parseAugmentation(description);
    this.sampleRate = sampleRate;
    this.nVariants = this.description.variants.length;
  }

  /**
   * The copy that a chain of steps makes of a clip.
   *
   * @param variant number of the chain, in [0, nVariants)
   * @param seed a 32-bit integer; give each clip its own
   * @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`, `invalid-option`
   */
  apply(clip: AudioClip, variant: number, seed: number): AudioClip {
    requireInteger('variant', variant, { min: 0, max: this.nVariants - 1 });
    requireSeed(seed);
    requireSampleRate(clip, this.sampleRate);
    return this.description.variants[variant]!.reduce(
      (copy, step, index) => this.#applyStep(copy, step, new RandomSource(seed, variant, index)),
      clip,
    );
  }

  #applyStep(clip: AudioClip, step: Augmentation, random: RandomSource): AudioClip {
    switch (step.name) {
      case 'noise':
        return addNoise(clip, { snr: random.within(step.snr), seed: random.seed() });
      case 'gain':
        return applyGain(clip, { decibels: random.within(step.decibels) });
      case 'shift':
        return shiftTime(clip, { seconds: random.within(step.seconds), mode: step.mode });
      case 'timeStretch':
        return timeStretch(clip, { rate: random.within(step.rate) });
      case 'pitchShift':
        return pitchShift(clip, { semitones: random.within(step.semitones) });
      case 'speed':
        return changeSpeed(clip, { rate: random.within(step.rate) });
      case 'channel':
        return this.#channels.apply(clip, channelDrawn(step, random));
    }
  }
}
