import { fileStem } from '../files/audioFileName.js';
import type { Sex } from '../utterance.js';
import { defineCorpus, type NameLabels } from './corpusDefinition.js';

/** Abbreviations of the Italian words neutrale, disgusto, gioia, paura, rabbia, sorpresa, tristezza. */
const emotionOf: Readonly<Record<string, string>> = {
  neu: 'neutral',
  dis: 'disgust',
  gio: 'happy',
  pau: 'fear',
  rab: 'angry',
  sor: 'surprise',
  tri: 'sad',
};

const sexOf: Readonly<Record<string, Sex>> = {
  f1: 'female',
  f2: 'female',
  f3: 'female',
  m1: 'male',
  m2: 'male',
  m3: 'male',
};

/** Three short and four long sentences, five without meaning, and two questions. */
const sentences = ['b1', 'b2', 'b3', 'l1', 'l2', 'l3', 'l4', 'n1', 'n2', 'n3', 'n4', 'n5', 'd1', 'd2'];

/**
 * EMOVO: six Italian actors say fourteen sentences in seven emotions.
 *
 * File names: emotion, speaker, sentence. The recordings are published in stereo; mono copies are read too.
 *
 * Its makers give it for research without a license text: use it for measuring, and publish no model trained on it.
 *
 * @see Costantini et al., 2014, http://www.lrec-conf.org/proceedings/lrec2014/summaries/591.html
 */
export const emovo = defineCorpus({
  name: 'emovo',
  title: 'EMOVO',
  url: 'http://www.lrec-conf.org/proceedings/lrec2014/summaries/591.html',
  publication: {
    authors: 'Costantini et al.',
    year: 2014,
    url: 'http://www.lrec-conf.org/proceedings/lrec2014/summaries/591.html',
  },
  license: 'no license text from its makers; given for research',
  language: 'it',
  labels: Object.values(emotionOf),
  expectedClips: 588,
  expectedLabels: { neutral: 84, disgust: 84, happy: 84, fear: 84, angry: 84, surprise: 84, sad: 84 },
  expectedSpeakers: 6,
  speakers: Object.entries(sexOf).map(([name, sex]) => ({ name, sex })),
  access: {
    terms: 'on-request',
    steps: [
      'Read the paper on that page: it describes the corpus and names its makers. Ask them for the recordings.',
      'Use the recordings for measuring only. Do not publish a model that is trained on them.',
    ],
    layout: ['dis-f1-b1.wav', 'rab-m3-n5.wav'],
  },
  parseName,
  irregularity,
  expectedFiles: () =>
    Object.keys(emotionOf).flatMap((emotion) =>
      Object.keys(sexOf).flatMap((speaker) =>
        sentences.map((sentence) => `${emotion}-${speaker}-${sentence}.wav`),
      ),
    ),
});

interface Fields {
  readonly emotion: string;
  readonly speaker: string;
  readonly sentence: string;
}

function parseName(path: string): NameLabels | undefined {
  const fields = fieldsOf(path);
  if (!fields || exclusion(fields) !== undefined) return undefined;
  const { emotion, speaker, sentence } = fields;
  return { speaker, sex: sexOf[speaker]!, emotion: emotionOf[emotion]!, text: `sentence ${sentence}` };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  return fields ? exclusion(fields) : 'its name is not emotion, speaker, and sentence, as in `rab-m1-b1.wav`';
}

const grammar = /^(?<emotion>[a-z]{3})-(?<speaker>[a-z]\d)-(?<sentence>[a-z]\d)$/;

function fieldsOf(path: string): Fields | undefined {
  return grammar.exec(fileStem(path))?.groups as Fields | undefined;
}

function exclusion({ emotion, speaker, sentence }: Fields): string | undefined {
  if (!emotionOf[emotion]) return `emotion ${emotion} is not one of ${Object.keys(emotionOf).join(', ')}`;
  if (!sexOf[speaker]) return `speaker ${speaker} is not one of ${Object.keys(sexOf).join(', ')}`;
  if (!sentences.includes(sentence)) return `sentence ${sentence} is not one of ${sentences.join(', ')}`;
  return undefined;
}
