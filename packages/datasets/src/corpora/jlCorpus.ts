import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

const primary = ['angry', 'sad', 'neutral', 'happy', 'excited'];
const secondary = ['anxious', 'apologetic', 'assertive', 'concerned', 'encouraging'];
const labels = [...primary, ...secondary];
const speakers = ['female1', 'female2', 'male1', 'male2'];

/**
 * The JL corpus: four speakers of New Zealand English say fifteen sentences in two versions and two sessions, in five
 * primary and five secondary emotions.
 *
 * File names: speaker, emotion, sentence and version, session.
 *
 * @see James et al., 2018, An Open Source Emotional Speech Corpus for Human Robot Interaction Applications,
 *   https://doi.org/10.21437/Interspeech.2018-1349
 */
export const jlCorpus = defineCorpus({
  name: 'jl-corpus',
  title: 'JL corpus',
  url: 'https://github.com/tli725/JL-Corpus',
  publication: { authors: 'James et al.', year: 2018, url: 'https://doi.org/10.21437/Interspeech.2018-1349' },
  license: 'CC0 1.0',
  language: 'en',
  labels,
  expectedClips: 2400,
  expectedLabels: Object.fromEntries(labels.map((label) => [label, 240])),
  expectedSpeakers: 4,
  speakers: speakers.map((name) => ({ name, sex: name.startsWith('f') ? 'female' : 'male' })),
  access: {
    terms: 'open',
    steps: ['Download "Raw JL corpus (unchecked and unannotated)" and unpack it.'],
    layout: ['JL(wav+txt)/female1_angry_10a_1.wav'],
  },
  ...namePattern({
    pattern: /^(?<speaker>(?:fe)?male[12])_(?<emotion>[a-z]+)_(?<sentence>\d{1,2}[ab])_(?<take>[12])$/,
    example: 'female1_angry_10a_1.wav',
    read({ speaker, emotion, sentence, take }) {
      if (!labels.includes(emotion!)) return undefined;
      return {
        speaker: speaker!,
        sex: speaker!.startsWith('f') ? 'female' : 'male',
        emotion: emotion!,
        text: `sentence ${sentence}`,
        take: take!,
      };
    },
  }),
});
