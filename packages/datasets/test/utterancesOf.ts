import fc from 'fast-check';
import { parseFiles } from '../src/parseFiles.js';
import { ravdess } from '../src/corpora/ravdess.js';
import type { Utterance } from '../src/utterance.js';

/** RAVDESS as published: 1440 utterances of 24 actors. */
export const wholeRavdess = parseFiles(ravdess, ravdess.expectedFiles!()).utterances;

/** Speakers by name, `f…` women and `m…` men, each saying `clips` utterances in turns of two emotions. */
export function utterancesOf(speakers: readonly string[], clips = 4): readonly Utterance[] {
  return speakers.flatMap((speaker) =>
    Array.from({ length: clips }, (_, i): Utterance => {
      const id = `toy/${speaker}-${i}`;
      const emotion = i % 2 === 0 ? 'happy' : 'sad';
      const sex = speaker.startsWith('f') ? 'female' : 'male';
      return {
        id,
        path: `${speaker}-${i}.wav`,
        corpus: 'toy',
        speaker,
        sex,
        emotion,
        language: 'en',
        recording: id,
      };
    }),
  );
}

/** Corpora of any number of women and men, who say different amounts. */
export const anyCorpus = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }))
  .map(([women, men, clips]) => [
    ...utterancesOf(names('f', women), clips),
    ...utterancesOf(names('m', men), clips + 1),
  ]);

export const anySeed = fc.integer({ min: 0, max: 0xffffffff });

function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`);
}
