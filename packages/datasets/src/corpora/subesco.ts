import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

const emotionOf: Readonly<Record<string, string>> = {
  ANGRY: 'angry',
  DISGUST: 'disgust',
  FEAR: 'fear',
  HAPPY: 'happy',
  NEUTRAL: 'neutral',
  SAD: 'sad',
  SURPRISE: 'surprise',
};

/**
 * The SUST Bangla Emotional Speech Corpus: twenty actors say ten sentences five times in seven emotions.
 *
 * File names: sex, number and name of the speaker, sentence, emotion, take.
 *
 * @see Sultana et al., 2021, https://doi.org/10.1371/journal.pone.0250173
 */
export const subesco = defineCorpus({
  name: 'subesco',
  title: 'SUBESCO',
  url: 'https://zenodo.org/records/4526477',
  publication: { authors: 'Sultana et al.', year: 2021, url: 'https://doi.org/10.1371/journal.pone.0250173' },
  license: 'CC BY 4.0',
  language: 'bn',
  labels: Object.values(emotionOf),
  expectedClips: 7000,
  expectedLabels: Object.fromEntries(Object.values(emotionOf).map((label) => [label, 1000])),
  expectedSpeakers: 20,
  access: {
    terms: 'open',
    steps: ['Download SUBESCO.zip and unpack it.'],
    layout: ['F_01_OISHI_S_1_ANGRY_1.wav'],
  },
  ...namePattern({
    pattern: /^(?<sex>[FM])_(?<number>\d{2})_[^_]+_S_(?<sentence>\d{1,2})_(?<emotion>[A-Z]+)_(?<take>\d)$/,
    example: 'F_01_OISHI_S_1_ANGRY_1.wav',
    read({ sex, number, sentence, emotion, take }) {
      const label = emotionOf[emotion!];
      if (label === undefined) return undefined;
      return {
        speaker: `${sex}${number}`,
        sex: sex === 'F' ? 'female' : 'male',
        emotion: label,
        text: `sentence ${sentence}`,
        take: take!,
      };
    },
  }),
});
