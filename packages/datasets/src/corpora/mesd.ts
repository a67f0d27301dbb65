import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

const emotionOf: Readonly<Record<string, string>> = {
  Anger: 'angry',
  Disgust: 'disgust',
  Fear: 'fear',
  Happiness: 'happy',
  Neutral: 'neutral',
  Sadness: 'sad',
};

/**
 * The Mexican Emotional Speech Database: single Spanish words in six emotions by adults and children.
 *
 * File names: emotion, voice (F, M, or C for a child), set of words (A or B), word. They do not say who speaks.
 *
 * @see Duville et al., 2021, https://doi.org/10.3390/data6120130
 */
export const mesd = defineCorpus({
  name: 'mesd',
  title: 'MESD',
  url: 'https://doi.org/10.17632/cy34mh68j9',
  publication: { authors: 'Duville et al.', year: 2021, url: 'https://doi.org/10.3390/data6120130' },
  license: 'CC BY 4.0',
  language: 'es',
  labels: Object.values(emotionOf),
  expectedClips: 864,
  expectedLabels: Object.fromEntries(Object.values(emotionOf).map((label) => [label, 144])),
  expectedSpeakers: 16,
  access: {
    terms: 'open',
    steps: ['Download the database and unpack it.'],
    layout: ['Anger_F_A_abajo.wav'],
  },
  ...namePattern({
    pattern: /^(?<emotion>[A-Z][a-z]+)_(?<voice>[FMC])_(?<set>[AB])_(?<word>.+)$/u,
    example: 'Anger_F_A_abajo.wav',
    read({ emotion, voice, word }) {
      const label = emotionOf[emotion!];
      if (label === undefined) return undefined;
      const sex = { F: 'female', M: 'male' } as const;
      return {
        emotion: label,
        text: word!.normalize('NFC'),
        ...(voice !== 'C' && { sex: sex[voice as 'F' | 'M'] }),
      };
    },
  }),
});
