import { fileStem } from '../files/audioFileName.js';
import { defineCorpus, type NameLabels } from './corpusDefinition.js';

/** Names of its folders, lower case. */
const emotionOf: Readonly<Record<string, string>> = {
  anger: 'angry',
  angry: 'angry',
  fear: 'fear',
  happy: 'happy',
  neutral: 'neutral',
  sad: 'sad',
};

/**
 * The Indian Emotional Speech Corpora: eight North Indian speakers of English, in five emotions.
 *
 * The label is the folder of a file, the speaker the folder around it; file names are not unique.
 *
 * @see Singh, 2021, https://www.kaggle.com/datasets/ybsingh/indian-emotional-speech-corpora-iesc
 */
export const iesc = defineCorpus({
  name: 'iesc',
  title: 'IESC',
  url: 'https://www.kaggle.com/datasets/ybsingh/indian-emotional-speech-corpora-iesc',
  publication: {
    authors: 'Singh',
    year: 2021,
    url: 'https://www.kaggle.com/datasets/ybsingh/indian-emotional-speech-corpora-iesc',
  },
  license: 'see its page',
  language: 'en',
  labels: [...new Set(Object.values(emotionOf))],
  expectedClips: 600,
  expectedSpeakers: 8,
  hasOwnNames: false,
  access: {
    terms: 'open',
    steps: ['Download the archive from that page, unpack it, and read the license there. Keep the folders.'],
    layout: ['Speaker-1/Anger/A1.wav'],
  },
  parseName,
  irregularity: (path) =>
    parseName(path) ? undefined : 'its folders are not speaker and emotion, as in `Speaker-1/Anger/A1.wav`',
});

function parseName(path: string): NameLabels | undefined {
  const [speaker, folder] = path.split(/[/\\]/).slice(-3, -1);
  const emotion = emotionOf[folder?.toLowerCase() ?? ''];
  if (speaker === undefined || emotion === undefined) return undefined;
  return { name: `${speaker}_${emotion}_${fileStem(path)}`, speaker, emotion };
}
