import { fileStem } from '../files/audioFileName.js';
import type { Sex } from '../utterance.js';
import { defineCorpus, type NameLabels } from './corpusDefinition.js';

const emotionOf: Readonly<Record<string, string>> = {
  anger: 'angry',
  fear: 'fear',
  happiness: 'happy',
  neutral: 'neutral',
  sadness: 'sad',
  surprised: 'surprise',
};

const sexOf: Readonly<Record<string, Sex>> = {
  EB0: 'female',
  IC0: 'female',
  KD0: 'female',
  KS0: 'male',
  MK0: 'female',
  MP0: 'male',
  SM0: 'male',
  TP0: 'male',
  WR0: 'male',
};

const nSentences = 90;

/**
 * nEMO: nine Polish actors say ninety sentences in six emotions.
 *
 * File names: speaker, emotion, number of the sentence. The corpus's `data.tsv` contains the same, and the sexes.
 *
 * @see Christop, 2024, https://arxiv.org/abs/2404.06292
 */
export const nemo = defineCorpus({
  name: 'nemo',
  title: 'nEMO',
  url: 'https://github.com/amu-cai/nEMO',
  publication: { authors: 'Christop', year: 2024, url: 'https://arxiv.org/abs/2404.06292' },
  license: 'CC BY-NC-SA 4.0',
  language: 'pl',
  labels: Object.values(emotionOf),
  expectedClips: 4481,
  expectedLabels: { angry: 749, fear: 736, happy: 749, neutral: 809, sad: 769, surprise: 669 },
  expectedSpeakers: 9,
  speakers: Object.entries(sexOf).map(([name, sex]) => ({ name, sex })),
  access: {
    terms: 'open',
    steps: ['Clone the repository: `git clone https://github.com/amu-cai/nEMO.git`.'],
    layout: ['samples/EB0_anger_1.wav'],
  },
  nChannels: 1,
  parseName,
  irregularity,
});

interface Fields {
  readonly speaker: string;
  readonly emotion: string;
  readonly sentence: string;
}

function parseName(path: string): NameLabels | undefined {
  const fields = fieldsOf(path);
  if (!fields || exclusion(fields) !== undefined) return undefined;
  const { speaker, emotion, sentence } = fields;
  return { speaker, sex: sexOf[speaker]!, emotion: emotionOf[emotion]!, text: `sentence ${sentence}` };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  return fields
    ? exclusion(fields)
    : 'its name is not speaker, emotion, and sentence, as in `EB0_anger_1.wav`';
}

const grammar = /^(?<speaker>[A-Z]{2}\d)_(?<emotion>[a-z]+)_(?<sentence>[1-9]\d?)$/;

function fieldsOf(path: string): Fields | undefined {
  return grammar.exec(fileStem(path))?.groups as Fields | undefined;
}

function exclusion({ speaker, emotion, sentence }: Fields): string | undefined {
  if (!sexOf[speaker]) return `speaker ${speaker} is not one of ${Object.keys(sexOf).join(', ')}`;
  if (!emotionOf[emotion]) return `emotion ${emotion} is not one of ${Object.keys(emotionOf).join(', ')}`;
  if (Number(sentence) > nSentences) return `sentence ${sentence} is not one of 1 to ${nSentences}`;
  return undefined;
}
