import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

const emotionOf: Readonly<Record<string, string>> = {
  a: 'angry',
  d: 'disgust',
  f: 'fear',
  h: 'happy',
  s: 'sad',
};

/**
 * The Acted Emotional Speech Dynamic Database: Greek actors say about 20 utterances in five emotions.
 *
 * File names: emotion and utterance, speaker in parentheses (with or without a zero), and sometimes a take.
 *
 * @see Vryzas et al., 2018, Speech Emotion Recognition for Performance Interaction, https://doi.org/10.17743/jaes.2018.0036
 */
export const aesdd = defineCorpus({
  name: 'aesdd',
  title: 'AESDD',
  url: 'https://m3c.web.auth.gr/research/aesdd-speech-emotion-recognition/',
  publication: { authors: 'Vryzas et al.', year: 2018, url: 'https://doi.org/10.17743/jaes.2018.0036' },
  license: 'no license text on its page; given for research',
  language: 'el',
  labels: Object.values(emotionOf),
  expectedClips: 604,
  expectedSpeakers: 6,
  access: {
    terms: 'open',
    steps: ['Download the database from that page and unpack it. `s05 (3).wav` is damaged.'],
    layout: ['anger/a01 (1).wav', 'fear/f10 (01).wav', 'sadness/s01 (5)b.wav'],
  },
  ...namePattern({
    pattern: /^(?<emotion>[adfhs])(?<utterance>\d{2}) \(0?(?<speaker>[1-6])\)(?<take>[ab]?)$/,
    example: 'a01 (1).wav',
    read: ({ emotion, utterance, speaker, take }) => ({
      speaker: speaker!,
      emotion: emotionOf[emotion!]!,
      text: `utterance ${emotion}${utterance}`,
      ...(take !== '' && { take: take! }),
    }),
  }),
});
