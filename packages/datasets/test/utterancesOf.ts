import fc from 'fast-check';
import { ravdess } from '../src/corpora/ravdess.js';
import type { Utterance } from '../src/utterance.js';

/** RAVDESS as published: 1440 file names of 24 actors; two of the files are identical. */
export const wholeRavdess: readonly Utterance[] = ravdess.expectedFiles!().map((path) =>
  ravdess.parse(path)!,
);

/** Utterances of speakers (`f…` women, `m…` men), `clips` of each, alternating between two emotions. */
export function utterancesOf(speakers: readonly string[], clips = 4, corpus = 'toy'): readonly Utterance[] {
  return speakers.flatMap((speaker) =>
    Array.from({ length: clips }, (_, i): Utterance => {
      const id = `${corpus}/${speaker}-${i}`;
      const emotion = i % 2 === 0 ? 'happy' : 'sad';
      const sex = speaker.startsWith('f') ? 'female' : 'male';
      return {
        id,
        path: `${speaker}-${i}.wav`,
        corpus,
        speaker,
        sex,
        emotion,
        language: 'en',
        recording: id,
      };
    }),
  );
}

/** Corpora with any number of women and men, with different numbers of clips. */
export const anyCorpus = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }))
  .map(([women, men, clips]) => [
    ...utterancesOf(names('f', women), clips),
    ...utterancesOf(names('m', men), clips + 1),
  ]);

/** Two to four corpora with any number of women and men, whose speakers have the same names. */
export const anyCorpora = fc
  .array(
    fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 })),
    { minLength: 2, maxLength: 4 },
  )
  .map((sizes) =>
    sizes.flatMap(([women, men, clips], i) =>
      utterancesOf([...names('f', women), ...names('m', men)], clips, `corpus${i}`),
    ),
  );

export const anySeed = fc.integer({ min: 0, max: 0xffffffff });

function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`);
}
