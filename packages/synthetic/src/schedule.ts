import type { Delivery } from './delivery.js';
import { phonemes } from './phonemes.js';
import type { Formants, Posture } from './phonemes.js';
import type { RandomSource } from './randomSource.js';
import type { Sentence, Sound } from './sentences.js';

/** A posture in its place on the time line. */
export interface TimedPosture extends Posture {
  /** In seconds from the beginning of the clip. */
  readonly start: number;
  /** In seconds. */
  readonly seconds: number;
  readonly accent: number;
}

/** Accented sounds are this much longer. */
const accentLengthening = 0.35;

/** The last sounds of an utterance are drawn out. */
const finalLengthening = 1.35;
const nFinalSounds = 2;

/** The mouth at rest, open to a neutral vowel, and mute. */
const rest: Posture = {
  ms: 0,
  elasticity: 0,
  formants: [500, 1500, 2500],
  voicing: 0,
  aspiration: 0,
  nasal: false,
};

/** Lays the postures of a sentence out in time, between two stretches of silence. */
export function schedule(
  sentence: Sentence,
  delivery: Delivery,
  random: RandomSource,
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

/** Seconds that a posture is held. */
function duration(posture: Posture, sound: Sound, delivery: Delivery, random: RandomSource): number {
  const lengthening = 1 + accentLengthening * sound.accent * posture.elasticity;
  const whim = 2 ** random.normal(0.1);
  return ((posture.ms / 1000) * lengthening * whim) / delivery.tempo ** posture.elasticity;
}

/** Nobody reaches the same posture twice. */
function varied(posture: Posture, random: RandomSource): Posture {
  const [f1, f2, f3] = posture.formants;
  const formants: Formants = [
    f1 * (1 + random.normal(0.03)),
    f2 * (1 + random.normal(0.03)),
    f3 * (1 + random.normal(0.02)),
  ];
  return { ...posture, formants };
}
