import { emotionStyles } from './emotionStyles.js';
import type { SyntheticEmotion } from './emotionStyles.js';
import type { RandomSource } from './randomSource.js';
import type { Voice } from './voice.js';

/** How one take of a sentence is spoken: the settings of the synthesiser that hold from its start to its end. */
export interface Delivery {
  /** Mean fundamental frequency, in Hz. */
  readonly pitch: number;
  /** Height of a full pitch accent, in semitones. */
  readonly accent: number;
  /** Course of the pitch from first to last sound, in semitones. */
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
  /** Probability of a pause where the sentence allows one. */
  readonly pauses: number;
  readonly formantScale: number;
}

export interface DeliveryOptions {
  readonly voice: Voice;
  readonly emotion: SyntheticEmotion;
  readonly intensity: 'normal' | 'strong';
  /** How far emotions depart from neutral: 0 not at all, 1 in full. */
  readonly expressiveness: number;
}

/** Accent height and fall of pitch in neutral speech, in semitones. */
const neutralAccent = 3;
const neutralSlope = -3;

/** Shimmer goes with jitter; voices have some 5 times as much of it. */
const shimmerPerJitter = 5;

/** Draws a take: the speaker's voice, moved by the emotion, and by the whim of the moment so that emotions overlap. */
export function drawDelivery(options: DeliveryOptions, random: RandomSource): Delivery {
  const { voice } = options;
  const style = emotionStyles[options.emotion];
  const strength = drawStrength(options, random);
  const jitter = Math.max(0, voice.jitter + strength * style.jitter);
  return {
    pitch: voice.pitch * 2 ** ((strength * style.pitch + random.normal(1.2)) / 12),
    accent: Math.max(0, neutralAccent + strength * style.accent) * 2 ** random.normal(0.3),
    pitchSlope: neutralSlope + strength * style.pitchSlope + random.normal(1),
    finalRise: strength * style.finalRise + random.normal(0.8),
    tempo: voice.rate * 2 ** (strength * style.tempo + random.normal(0.1)),
    gainDb: voice.gainDb + strength * style.gainDb + random.normal(1.5),
    tiltDb: Math.max(0, voice.tiltDb + strength * style.tiltDb + random.normal(1.5)),
    openQuotient: voice.openQuotient + strength * style.openQuotient + random.normal(0.02),
    breathiness: voice.breathiness + strength * style.breathiness,
    jitter,
    shimmer: shimmerPerJitter * jitter,
    pauses: 0.05 + strength * style.pauses,
    formantScale: voice.formantScale * 2 ** (strength * style.formants + random.normal(0.01)),
  };
}

/** A strong performance shows about half as much again as a normal one; two of the same kind differ, too. */
function drawStrength({ voice, intensity, expressiveness }: DeliveryOptions, random: RandomSource): number {
  const asked = intensity === 'strong' ? 1.2 : 0.8;
  return Math.max(0, expressiveness * voice.temperament * (asked + random.normal(0.15)));
}
