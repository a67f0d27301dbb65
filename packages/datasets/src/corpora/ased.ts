import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

const emotionOf: Readonly<Record<string, string>> = {
  n: 'neutral',
  f: 'fear',
  h: 'happy',
  s: 'sad',
  a: 'angry',
};

/**
 * The Amharic Speech Emotion Dataset: 65 speakers of four dialects, in five emotions.
 *
 * File names: emotion and number of its folder, sentence, repetition, sex (01 female, 02 male), speaker.
 *
 * Its clips are cut to lengths that reveal the label: a decision tree on the length alone finds 75% of the five emotions.
 * `checkRecordings` warns about such corpora. Use it with features that do not contain the length.
 *
 * @see Retta et al., 2023, A New Amharic Speech Emotion Dataset and Classification Benchmark, https://doi.org/10.1145/3529759
 */
export const ased = defineCorpus({
  name: 'ased',
  title: 'ASED',
  url: 'https://github.com/wgwangang/ASED_V1',
  publication: { authors: 'Retta et al.', year: 2023, url: 'https://doi.org/10.1145/3529759' },
  license: 'no license text on its page; given for research',
  language: 'am',
  labels: Object.values(emotionOf),
  expectedClips: 2474,
  expectedSpeakers: 65,
  nChannels: 1,
  access: {
    terms: 'open',
    steps: [
      'Clone the repository: `git clone https://github.com/wgwangang/ASED_V1.git`.',
      'The length of a clip reveals its label; `ser corpora check` shows it. Do not use features that contain the length.',
    ],
    layout: ['05Angry/a5-06-01-01-21.wav'],
  },
  ...namePattern({
    pattern: /^(?<emotion>[nfhsa])\d-(?<sentence>\d{2})-(?<take>\d{2})-(?<sex>0[12])-(?<speaker>\d{2})$/i,
    example: 'a5-06-01-01-21.wav',
    read: ({ emotion, sentence, take, sex, speaker }) => ({
      speaker: speaker!,
      sex: sex === '01' ? 'female' : 'male',
      emotion: emotionOf[emotion!.toLowerCase()]!,
      text: `sentence ${emotion!.toLowerCase()}${sentence}`,
      take: take!,
    }),
  }),
});
