import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

const emotionOf: Readonly<Record<string, string>> = {
  A: 'angry',
  F: 'fear',
  H: 'happy',
  N: 'neutral',
  S: 'sad',
  W: 'surprise',
};

/**
 * The Sharif Emotional Speech Database: 3,000 utterances of 87 Persian speakers from radio plays.
 *
 * File names: speaker with its sex, emotion, number.
 *
 * @see Mohamad Nezami et al., 2019, ShEMO, https://doi.org/10.1007/s10579-018-9427-x
 */
export const shemo = defineCorpus({
  name: 'shemo',
  title: 'ShEMO',
  url: 'https://github.com/mansourehk/ShEMO',
  publication: {
    authors: 'Mohamad Nezami et al.',
    year: 2019,
    url: 'https://doi.org/10.1007/s10579-018-9427-x',
  },
  license: 'no license text on its page; given for research',
  language: 'fa',
  labels: Object.values(emotionOf),
  expectedClips: 3000,
  expectedLabels: { angry: 1059, fear: 38, happy: 201, neutral: 1028, sad: 449, surprise: 225 },
  expectedSpeakers: 87,
  access: {
    terms: 'open',
    steps: ['Download male.zip and female.zip from that page and unpack them.'],
    layout: ['female/F01A01.wav', 'male/M01N02.wav'],
  },
  ...namePattern({
    pattern: /^(?<speaker>[FM]\d{2})(?<emotion>[AFHNSW])\d{2}$/,
    example: 'F01A01.wav',
    read: ({ speaker, emotion }) => ({
      speaker: speaker!,
      sex: speaker!.startsWith('F') ? 'female' : 'male',
      emotion: emotionOf[emotion!]!,
    }),
  }),
});
