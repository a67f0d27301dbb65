import { emotionStyles, type SyntheticEmotion } from './emotionStyles.js';
import type { RandomStream } from '@ser/core';
import { boundedNormal } from './boundedNormal.js';
import type { Voice } from './voice.js';

/** How one take of a sentence is spoken: the settings of the synthesizer for the whole take. */
export interface Delivery {
  /** Mean fundamental frequency, in Hz. */
  readonly pitch: number;
  /** Height of a full pitch accent, in semitones. */
  readonly accent: number;
  /** Change of the pitch from the first to the last sound, in semitones. */
  readonly pitchSlope: number;
  /** Rise of the pitch over the last quarter of a second, in semitones. */
  readonly finalRise: number;
  /** Factor on the speed of speech. */
  readonly tempo: number;
  /** Level, in dB. */
  readonly gainDb: number;
  /** Attenuation of the voice at 3 kHz, in dB, >= 0. */
  readonly tiltDb: number;
  readonly openQuotient: number;
  readonly breathiness: number;
  readonly jitter: number;
  readonly shimmer: number;
  /** Probability of each possible pause. */
  readonly pauses: number;
  readonly formantScale: number;
}

/** Options of `drawDelivery`. */
export interface DeliveryOptions {
  readonly voice: Voice;
  readonly emotion: SyntheticEmotion;
  readonly intensity: 'normal' | 'strong';
  /** How much emotions differ from neutral: 0 not at all, 1 fully. */
  readonly expressiveness: number;
}

/** Accent height and fall of pitch in neutral speech, in semitones. */
const neutralAccent = 3;
const neutralSlope = -3;

/** Shimmer is proportional to jitter, about 5 times as large. */
const shimmerPerJitter = 5;

/** Draws a take: the speaker's voice, changed by the emotion and by random variation, so that emotions overlap. */
export function drawDelivery(options: DeliveryOptions, random: RandomStream): Delivery {
  const { voice } = options;
  const style = emotionStyles[options.emotion];
  const strength = drawStrength(options, random);
  const jitter = Math.max(0, voice.jitter + strength * style.jitter);
  return {
    pitch: voice.pitch * 2 ** ((strength * style.pitch + boundedNormal(random, 1.2)) / 12),
    accent: Math.max(0, neutralAccent + strength * style.accent) * 2 ** boundedNormal(random, 0.3),
    pitchSlope: neutralSlope + strength * style.pitchSlope + boundedNormal(random, 1),
    finalRise: strength * style.finalRise + boundedNormal(random, 0.8),
    tempo: voice.rate * 2 ** (strength * style.tempo + boundedNormal(random, 0.1)),
    gainDb: voice.gainDb + strength * style.gainDb + boundedNormal(random, 1.5),
    tiltDb: Math.max(0, voice.tiltDb + strength * style.tiltDb + boundedNormal(random, 1.5)),
    openQuotient: voice.openQuotient + strength * style.openQuotient + boundedNormal(random, 0.02),
    breathiness: voice.breathiness + strength * style.breathiness,
    jitter,
    shimmer: shimmerPerJitter * jitter,
    pauses: 0.05 + strength * style.pauses,
    formantScale: voice.formantScale * 2 ** (strength * style.formants + boundedNormal(random, 0.01)),
  };
}

/** A strong take is about 1.5 times as strong as a normal one; takes of the same intensity vary. */
function drawStrength({ voice, intensity, expressiveness }: DeliveryOptions, random: RandomStream): number {
  const average = intensity === 'strong' ? 1.2 : 0.8;
  return Math.max(0, expressiveness * voice.temperament * (average + boundedNormal(random, 0.15)));
}
