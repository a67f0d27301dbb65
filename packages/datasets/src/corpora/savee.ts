import { fileStem } from '../files/audioFileName.js';
import { defineCorpus, type NameLabels } from './corpusDefinition.js';

const emotionOf: Readonly<Record<string, string>> = {
  a: 'angry',
  d: 'disgust',
  f: 'fear',
  h: 'happy',
  n: 'neutral',
  sa: 'sad',
  su: 'surprise',
};

const speakers = ['DC', 'JE', 'JK', 'KL'];

/**
 * The Surrey Audio-Visual Expressed Emotion database: four men say fifteen sentences in each of seven emotions (thirty
 * in neutral).
 *
 * File names: emotion and number of the sentence within that emotion. The speaker is the name of the folder, as
 * published (`DC/a01.wav`), or a prefix of the file name, as in copies on other sites (`DC_a01.wav`).
 *
 * @see Haq & Jackson, 2010, in: Machine Audition, https://doi.org/10.4018/978-1-61520-919-4.ch017
 */
export const savee = defineCorpus({
  name: 'savee',
  title: 'SAVEE',
  url: 'http://kahlan.eps.surrey.ac.uk/savee/',
  publication: {
    authors: 'Haq & Jackson',
    year: 2010,
    url: 'https://doi.org/10.4018/978-1-61520-919-4.ch017',
  },
  license: 'free for research, after registration with the authors',
  language: 'en',
  labels: Object.values(emotionOf),
  expectedClips: 480,
  expectedLabels: { angry: 60, disgust: 60, fear: 60, happy: 60, neutral: 120, sad: 60, surprise: 60 },
  expectedSpeakers: 4,
  speakers: speakers.map((name) => ({ name, sex: 'male' })),
  access: {
    terms: 'on-request',
    steps: [
      'Register with the authors on their page. They send you the password for the download.',
      'Download AudioData.zip and unpack it. Keep the folders: their names are the speakers.',
    ],
    layout: ['AudioData/DC/a01.wav', 'AudioData/KL/su15.wav'],
  },
  nChannels: 1,
  parseName,
  irregularity,
  expectedFiles: () =>
    speakers.flatMap((speaker) =>
      Object.keys(emotionOf).flatMap((code) =>
        Array.from({ length: sentencesOf(code) }, (_, i) => {
          const number = String(i + 1).padStart(2, '0');
          return `AudioData/${speaker}/${code}${number}.wav`;
        }),
      ),
    ),
});

interface Fields {
  /** Not set if neither the name nor the folder contains it. */
  readonly speaker?: string;
  readonly emotion: string;
  readonly number: string;
}

function parseName(path: string): NameLabels | undefined {
  const fields = fieldsOf(path);
  if (!fields || exclusion(fields) !== undefined) return undefined;
  const { emotion, number } = fields;
  const speaker = fields.speaker!;
  return { name: `${speaker}_${emotion}${number}`, speaker, sex: 'male', emotion: emotionOf[emotion]! };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  return fields
    ? exclusion(fields)
    : 'its name is not emotion and number, as in `DC/a01.wav` or `DC_a01.wav`';
}

function fieldsOf(path: string): Fields | undefined {
  const [, prefix, emotion, number] = /^(?:([A-Z]{2})_)?(sa|su|[adfhn])(\d{2})$/.exec(fileStem(path)) ?? [];
  if (!emotion || !number) return undefined;
  const speaker = prefix ?? path.split(/[/\\]/).at(-2);
  return { emotion, number, ...(speaker !== undefined && { speaker }) };
}

function exclusion({ speaker, emotion, number }: Fields): string | undefined {
  if (speaker === undefined || !speakers.includes(speaker)) {
    return `neither its name nor its folder contains a speaker (${speakers.join(', ')})`;
  }
  if (Number(number) >= 1 && Number(number) <= sentencesOf(emotion)) return undefined;
  return `number ${number} is not one of 01 to ${sentencesOf(emotion)}, the numbers of emotion ${emotion}`;
}

function sentencesOf(code: string): number {
  return code === 'n' ? 30 : 15;
}
