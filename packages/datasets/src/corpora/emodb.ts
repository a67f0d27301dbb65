import { fileStem } from '../audioFileName.js';
import type { Sex } from '../utterance.js';
import type { NameLabels } from './corpusDefinition.js';
import { defineCorpus } from './corpusDefinition.js';

/** From German: Wut, Langeweile, Ekel, Angst, Freude, Trauer, neutral. */
const emotionOf: Readonly<Record<string, string>> = {
  W: 'angry',
  L: 'boredom',
  E: 'disgust',
  A: 'fear',
  F: 'happy',
  T: 'sad',
  N: 'neutral',
};

/** The ten speakers, by the numbers that the corpus gives them. */
export const emodbSexes: ReadonlyMap<string, Sex> = new Map([
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
 * listeners found clear were published, so that speakers (35 to 71 clips) and emotions differ in number.
 *
 * File names: speaker, sentence, emotion, take.
 *
 * @see Burkhardt et al., 2005, https://doi.org/10.21437/Interspeech.2005-446
 */
export const emodb = defineCorpus({
  name: 'emodb',
  title: 'EmoDB',
  url: 'https://zenodo.org/records/17651657',
  licence: 'CC BY 4.0 (EmoDB 2.0)',
  language: 'de',
  labels: Object.values(emotionOf),
  expectedClips: 535,
  expectedLabels: { angry: 127, boredom: 81, disgust: 46, fear: 69, happy: 71, sad: 62, neutral: 79 },
  expectedSpeakers: 10,
  access: {
    terms: 'open',
    steps: ['Download the zip and unpack it; only the recordings in wav are read.'],
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
  if (!fields || refusal(fields) !== undefined) return undefined;
  const { speaker, sentence, emotion, take } = fields;
  return {
    speaker,
    sex: emodbSexes.get(speaker)!,
    emotion: emotionOf[emotion]!,
    text: sentenceOf[sentence]!,
    take,
  };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  return fields
    ? refusal(fields)
    : 'its name is not speaker, sentence, emotion and take, as in `03a01Fa.wav`';
}

const grammar = /^(?<speaker>\d{2})(?<sentence>[ab]\d{2})(?<emotion>[A-Z])(?<take>[a-f])$/;

function fieldsOf(path: string): Fields | undefined {
  return grammar.exec(fileStem(path))?.groups as Fields | undefined;
}

function refusal({ speaker, sentence, emotion }: Fields): string | undefined {
  if (!emodbSexes.has(speaker)) return `speaker ${speaker} is not one of 03, 08 to 16`;
  if (!sentenceOf[sentence])
    return `sentence ${sentence} is not one of ${Object.keys(sentenceOf).join(', ')}`;
  if (!emotionOf[emotion]) return `emotion ${emotion} is not one of ${Object.keys(emotionOf).join(', ')}`;
  return undefined;
}
