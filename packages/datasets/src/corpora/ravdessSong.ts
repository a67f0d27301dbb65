import { defineCorpus } from './corpusDefinition.js';
import { ravdessActors, ravdessNames, sexOfActor } from './ravdessNames.js';

const emotionOf: Readonly<Record<string, string>> = {
  '01': 'neutral',
  '02': 'calm',
  '03': 'happy',
  '04': 'sad',
  '05': 'angry',
  '06': 'fear',
};

/** Actor 18 sings nothing. */
const actors = ravdessActors.filter((actor) => actor !== '18');

/**
 * The audio-only song of the Ryerson Audio-Visual Database of Emotional Speech and Song: 23 actors sing two statements
 * twice in six emotions, each except neutral in two intensities. File names as in `ravdess`, with the channel 02.
 *
 * @see Livingstone & Russo, 2018, https://doi.org/10.1371/journal.pone.0196391
 */
export const ravdessSong = defineCorpus({
  name: 'ravdess-song',
  title: 'RAVDESS (song, audio only)',
  url: 'https://zenodo.org/records/1188976',
  publication: {
    authors: 'Livingstone & Russo',
    year: 2018,
    url: 'https://doi.org/10.1371/journal.pone.0196391',
  },
  license: 'CC BY-NC-SA 4.0',
  language: 'en',
  labels: Object.values(emotionOf),
  expectedClips: 1012,
  expectedLabels: { neutral: 92, calm: 184, happy: 184, sad: 184, angry: 184, fear: 184 },
  expectedSpeakers: 23,
  speakers: actors.map((name) => ({ name, sex: sexOfActor(name) })),
  access: {
    terms: 'open',
    steps: ['Download Audio_Song_Actors_01-24.zip and unpack it.'],
    layout: ['Actor_01/03-02-01-01-01-01-01.wav'],
  },
  ...ravdessNames({ channel: '02', emotionOf, actors }),
});
