import { fileStem } from '../files/audioFileName.js';
import type { Sex } from '../utterance.js';
import { defineCorpus, type NameLabels } from './corpusDefinition.js';

/** The initials of the German words Wut, Langeweile, Ekel, Angst, Freude, Trauer, neutral. */
const emotionOf: Readonly<Record<string, string>> = {
  W: 'angry',
  L: 'boredom',
  E: 'disgust',
  A: 'fear',
  F: 'happy',
  T: 'sad',
  N: 'neutral',
};

/** The ten speakers, by their numbers in the corpus. */
const sexOf: ReadonlyMap<string, Sex> = new Map([
  ['03', 'male'],
  ['08', 'female'],
  ['09', 'female'],
  ['10', 'male'],
  ['11', 'male'],
  ['12', 'male'],
  ['13', 'female'],
  ['14', 'female'],
  ['15', 'male'],
  ['16', 'female'],
]);

const sentenceOf: Readonly<Record<string, string>> = {
  a01: 'Der Lappen liegt auf dem Eisschrank',
  a02: 'Das will sie am Mittwoch abgeben',
  a04: 'Heute abend könnte ich es ihm sagen',
  a05: 'Das schwarze Stück Papier befindet sich da oben neben dem Holzstück',
  a07: 'In sieben Stunden wird es soweit sein',
  b01: 'Was sind denn das für Tüten, die da unter dem Tisch stehen?',
  b02: 'Sie haben es gerade hochgetragen und jetzt gehen sie wieder runter',
  b03: 'An den Wochenenden bin ich jetzt immer nach Hause gefahren und habe Agnes besucht',
  b09: 'Ich will das eben wegbringen und dann mit Karl was trinken gehen',
  b10: 'Die wird auf dem Platz sein, wo wir sie immer hinlegen',
};

/**
 * The Berlin Database of Emotional Speech: ten speakers say ten German sentences in seven emotions. Only takes that
 * listeners recognized were published, so the number of clips differs between speakers (35 to 71) and emotions.
 *
 * File names: speaker, sentence, emotion, take.
 *
 * @see Burkhardt et al., 2005, https://doi.org/10.21437/Interspeech.2005-446
 */
export const emodb = defineCorpus({
  name: 'emodb',
  title: 'EmoDB',
  url: 'https://zenodo.org/records/17651657',
  publication: {
    authors: 'Burkhardt et al.',
    year: 2005,
    url: 'https://doi.org/10.21437/Interspeech.2005-446',
  },
  license: 'CC BY 4.0 (EmoDB 2.0)',
  language: 'de',
  labels: Object.values(emotionOf),
  expectedClips: 535,
  expectedLabels: { angry: 127, boredom: 81, disgust: 46, fear: 69, happy: 71, sad: 62, neutral: 79 },
  expectedSpeakers: 10,
  speakers: [...sexOf].map(([name, sex]) => ({ name, sex })),
  access: {
    terms: 'open',
    steps: ['Download the zip file and unpack it. Only the recordings in the folder wav are used.'],
    layout: ['wav/03a01Fa.wav'],
  },
  nChannels: 1,
  parseName,
  irregularity,
});

interface Fields {
  readonly speaker: string;
  readonly sentence: string;
  readonly emotion: string;
  readonly take: string;
}

function parseName(path: string): NameLabels | undefined {
  const fields = fieldsOf(path);
  if (!fields || exclusion(fields) !== undefined) return undefined;
  const { speaker, sentence, emotion, take } = fields;
  return {
    speaker,
    sex: sexOf.get(speaker)!,
    emotion: emotionOf[emotion]!,
    text: sentenceOf[sentence]!,
    take,
  };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  return fields
    ? exclusion(fields)
    : 'its name is not speaker, sentence, emotion, and take, as in `03a01Fa.wav`';
}

const grammar = /^(?<speaker>\d{2})(?<sentence>[ab]\d{2})(?<emotion>[A-Z])(?<take>[a-f])$/;

function fieldsOf(path: string): Fields | undefined {
  return grammar.exec(fileStem(path))?.groups as Fields | undefined;
}

function exclusion({ speaker, sentence, emotion }: Fields): string | undefined {
  if (!sexOf.has(speaker)) return `speaker ${speaker} is not one of 03, 08 to 16`;
  if (!sentenceOf[sentence])
    return `sentence ${sentence} is not one of ${Object.keys(sentenceOf).join(', ')}`;
  if (!emotionOf[emotion]) return `emotion ${emotion} is not one of ${Object.keys(emotionOf).join(', ')}`;
  return undefined;
}
