import type { Delivery } from './delivery.js';
import { phonemes, type Formants, type Posture } from './phonemes.js';
import type { RandomStream } from '@ser/core';
import { boundedNormal } from './boundedNormal.js';
import type { Sentence, Sound } from './sentences.js';

/** A posture with its time. */
export interface TimedPosture extends Posture {
  /** Time from the beginning of the clip, in seconds. */
  readonly start: number;
  /** Duration in seconds. */
  readonly seconds: number;
  readonly accent: number;
}

/** Lengthening of accented sounds, as a fraction. */
const accentLengthening = 0.35;

/** Factor on the duration of the last sounds of an utterance. */
const finalLengthening = 1.35;
const nFinalSounds = 2;

/** The mouth at rest: the formants of a neutral vowel, without sound. */
const rest: Posture = {
  ms: 0,
  elasticity: 0,
  formants: [500, 1500, 2500],
  voicing: 0,
  aspiration: 0,
  nasal: false,
};

/** Assigns times to the postures of a sentence, between two silences. */
export function schedule(
  sentence: Sentence,
  delivery: Delivery,
  random: RandomStream,
): readonly TimedPosture[] {
  const timed: TimedPosture[] = [];
  let start = 0;
  const append = (posture: Posture, seconds: number, accent: number) => {
    timed.push({ ...posture, start, seconds, accent });
    start += seconds;
  };
  append(rest, random.uniform(0.08, 0.2), 0);
  sentence.sounds.forEach((sound, i) => {
    const stretch = i >= sentence.sounds.length - nFinalSounds ? finalLengthening : 1;
    for (const posture of phonemes[sound.phoneme] as readonly Posture[]) {
      append(varied(posture, random), stretch * duration(posture, sound, delivery, random), sound.accent);
    }
    if (sound.mayPause && random.chance(delivery.pauses)) append(rest, random.uniform(0.08, 0.25), 0);
  });
  append(rest, random.uniform(0.1, 0.25), 0);
  return timed;
}

/** Duration of a posture, in seconds. */
function duration(posture: Posture, sound: Sound, delivery: Delivery, random: RandomStream): number {
  const lengthening = 1 + accentLengthening * sound.accent * posture.elasticity;
  const variation = 2 ** boundedNormal(random, 0.1);
  return ((posture.ms / 1000) * lengthening * variation) / delivery.tempo ** posture.elasticity;
}

/** A random variation of a posture. */
function varied(posture: Posture, random: RandomStream): Posture {
  const [f1, f2, f3] = posture.formants;
  const formants: Formants = [
    f1 * (1 + boundedNormal(random, 0.03)),
    f2 * (1 + boundedNormal(random, 0.03)),
    f3 * (1 + boundedNormal(random, 0.02)),
  ];
  return { ...posture, formants };
}
