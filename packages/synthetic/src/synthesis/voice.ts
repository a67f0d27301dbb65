import { RandomStream } from '@ser/core';
import { boundedNormal } from './boundedNormal.js';

/** The constant properties of a synthetic speaker. */
export interface Voice {
  readonly sex: 'female' | 'male';
  /** Mean fundamental frequency of calm speech, in Hz. */
  readonly pitch: number;
  /** Factor on all formants: 1 for the average male vocal tract, more for a shorter one. */
  readonly formantScale: number;
  /** Factor on the speed of speech; 1 is average. */
  readonly rate: number;
  /** Level, in dB relative to the average speaker, due to loudness and distance to the microphone. */
  readonly gainDb: number;
  /** Attenuation at 3 kHz of the neutral voice, in dB. */
  readonly tiltDb: number;
  /** Fraction of each glottal cycle in which the vocal folds are open. */
  readonly openQuotient: number;
  /** Level of breath noise, 0 to 1. */
  readonly breathiness: number;
  /** Standard deviation of the glottal cycle length, as a fraction of it. */
  readonly jitter: number;
  /** How strongly this person shows emotions; 1 is average. */
  readonly temperament: number;
}

/** Number of the random stream of voices; takes have another. */
const voiceStream = 1;

/**
 * Makes the voice of a synthetic speaker.
 *
 * Mean pitch and the ratio of female to male formants follow J. Hillenbrand et al., J. Acoust. Soc. Am. 97 (1995), who
 * measured 45 men (131 Hz) and 48 women (220 Hz).
 *
 * @param seed an integer from 0 to 2^31 - 1; each seed gives other voices
 * @param speaker an integer from 1; odd numbers are men and even ones women, as in RAVDESS
 *
 * @see https://doi.org/10.1121/1.411872
 *
 * @example
 * makeVoice(7, 2).sex; // 'female'
 */
export function makeVoice(seed: number, speaker: number): Voice {
  const random = new RandomStream(seed, voiceStream, speaker);
  const male = speaker % 2 === 1;
  return {
    sex: male ? 'male' : 'female',
    pitch: male ? random.uniform(100, 145) : random.uniform(185, 245),
    formantScale: male ? random.uniform(0.94, 1.06) : random.uniform(1.1, 1.22),
    rate: random.uniform(0.88, 1.12),
    gainDb: boundedNormal(random, 1.5),
    tiltDb: random.uniform(7, 13),
    openQuotient: male ? random.uniform(0.52, 0.6) : random.uniform(0.58, 0.66),
    breathiness: male ? random.uniform(0.005, 0.02) : random.uniform(0.01, 0.035),
    jitter: random.uniform(0.004, 0.01),
    temperament: random.uniform(0.7, 1.3),
  };
}
