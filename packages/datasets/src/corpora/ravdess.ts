import { defineCorpus } from './corpusDefinition.js';
import { ravdessActors, ravdessNames, sexOfActor } from './ravdessNames.js';

const emotionOf: Readonly<Record<string, string>> = {
  '01': 'neutral',
  '02': 'calm',
  '03': 'happy',
  '04': 'sad',
  '05': 'angry',
  '06': 'fear',
  '07': 'disgust',
  '08': 'surprise',
};

/**
 * The audio-only speech of the Ryerson Audio-Visual Database of Emotional Speech and Song: 24 actors say two statements
 * twice in eight emotions, each except neutral in two intensities.
 *
 * File names: modality, channel, emotion, intensity, statement, repetition, actor. Odd actors are men.
 *
 * @see Livingstone & Russo, 2018, https://doi.org/10.1371/journal.pone.0196391
 */
export const ravdess = defineCorpus({
  name: 'ravdess',
  title: 'RAVDESS (speech, audio only)',
  url: 'https://zenodo.org/records/1188976',
  publication: {
    authors: 'Livingstone & Russo',
    year: 2018,
    url: 'https://doi.org/10.1371/journal.pone.0196391',
  },
  license: 'CC BY-NC-SA 4.0',
  language: 'en',
  labels: Object.values(emotionOf),
  expectedClips: 1440,
  expectedLabels: {
    neutral: 96,
    calm: 192,
    happy: 192,
    sad: 192,
    angry: 192,
    fear: 192,
    disgust: 192,
    surprise: 192,
  },
  expectedSpeakers: 24,
  speakers: ravdessActors.map((name) => ({ name, sex: sexOfActor(name) })),
  access: {
    terms: 'open',
    steps: [
      'Download Audio_Speech_Actors_01-24.zip. The videos contain the same audio and are not used.',
      'Unpack it. Copies of the zip file on other sites may contain every clip twice; each is used once.',
    ],
    layout: ['Actor_01/03-01-01-01-01-01-01.wav'],
  },
  nChannels: 1,
  identicalFiles: [['03-01-03-01-02-01-07', '03-01-03-01-02-02-07']],
  ...ravdessNames({ channel: '01', emotionOf, actors: ravdessActors }),
});
