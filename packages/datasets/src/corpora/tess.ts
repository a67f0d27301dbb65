import { fileStem } from '../files/audioFileName.js';
import { defineCorpus, type NameLabels } from './corpusDefinition.js';
import { tessWords } from './tessWords.js';

const emotionOf: Readonly<Record<string, string>> = {
  angry: 'angry',
  disgust: 'disgust',
  fear: 'fear',
  happy: 'happy',
  neutral: 'neutral',
  ps: 'surprise',
  sad: 'sad',
};

const speakers = ['OAF', 'YAF'];

/**
 * The Toronto Emotional Speech Set: an older actress (OAF, 64) and a younger one (YAF, 26) each say 200 words in seven
 * emotions, after "Say the word"; `ps` is pleasant surprise.
 *
 * File names: speaker, word, emotion. Folder names differ between copies and are not used. As published,
 * `OAF_food_fear` is sampled at 96 kHz, and `YAF_germ_angry` and `YAF_neat_fear` are AIFF-C files named `.wav`, which
 * are read as AIFF-C. Older copies misspell `OAF_bite_neutral` as `OA_bite_neutral`.
 *
 * @see Pichora-Fuller & Dupuis, 2020, https://doi.org/10.5683/SP2/E8H2MF
 */
export const tess = defineCorpus({
  name: 'tess',
  title: 'TESS',
  url: 'https://doi.org/10.5683/SP2/E8H2MF',
  publication: { authors: 'Pichora-Fuller & Dupuis', year: 2020, url: 'https://doi.org/10.5683/SP2/E8H2MF' },
  license: 'CC BY-NC-ND 4.0',
  language: 'en',
  labels: Object.values(emotionOf),
  expectedClips: 2800,
  expectedLabels: Object.fromEntries(Object.values(emotionOf).map((label) => [label, 400])),
  expectedSpeakers: 2,
  speakers: speakers.map((name) => ({ name, sex: 'female' })),
  access: {
    terms: 'open',
    steps: [
      'Download all files of the dataset (2800 recordings).',
      'Unpack them. Copies on other sites have folders by speaker and emotion, or contain every file twice; both work.',
    ],
    layout: ['OAF_back_angry.wav', 'YAF_youth_sad.wav'],
  },
  nChannels: 1,
  parseName,
  irregularity,
  expectedFiles: () =>
    speakers.flatMap((speaker) =>
      tessWords.flatMap((word) => Object.keys(emotionOf).map((code) => `${speaker}_${word}_${code}.wav`)),
    ),
});

interface Fields {
  readonly speaker: string;
  readonly word: string;
  readonly emotion: string;
}

function parseName(path: string): NameLabels | undefined {
  const fields = fieldsOf(path);
  if (!fields || exclusion(fields) !== undefined) return undefined;
  const speaker = fields.speaker === 'OA' ? 'OAF' : fields.speaker;
  return {
    name: `${speaker}_${fields.word}_${fields.emotion}`,
    speaker,
    sex: 'female',
    emotion: emotionOf[fields.emotion]!,
    text: `Say the word ${fields.word}`,
  };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  if (!fields) return 'its name is not speaker, word, and emotion, as in `OAF_back_angry.wav`';
  const isMisspelled = fields.speaker === 'OA';
  return exclusion(fields) ?? (isMisspelled ? 'its speaker `OA` is read as `OAF`' : undefined);
}

const grammar = /^(?<speaker>OAF|YAF|OA)_(?<word>[A-Za-z]+)_(?<emotion>[a-z]+)$/;

function fieldsOf(path: string): Fields | undefined {
  return grammar.exec(fileStem(path))?.groups as Fields | undefined;
}

function exclusion({ emotion }: Fields): string | undefined {
  if (emotionOf[emotion]) return undefined;
  return `emotion ${emotion} is not one of ${Object.keys(emotionOf).join(', ')}`;
}
