import { fileStem } from '../files/audioFileName.js';
import type { Sex } from '../utterance.js';
import { defineCorpus, type NameLabels } from './corpusDefinition.js';

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

const intensityOf: Readonly<Record<string, string>> = { '01': 'normal', '02': 'strong' };

const statementOf: Readonly<Record<string, string>> = {
  '01': 'Kids are talking by the door',
  '02': 'Dogs are sitting by the door',
};

const repetitions = ['01', '02'];
const actors = Array.from({ length: 24 }, (_, i) => String(i + 1).padStart(2, '0'));
const modalities: Readonly<Record<string, string>> = { '01': 'audio with video', '02': 'video' };

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
  speakers: actors.map((name) => ({ name, sex: sexOf(name) })),
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
  parseName,
  irregularity,
  expectedFiles,
});

function sexOf(actor: string): Sex {
  return Number(actor) % 2 === 1 ? 'male' : 'female';
}

interface Fields {
  readonly modality: string;
  readonly channel: string;
  readonly emotion: string;
  readonly intensity: string;
  readonly statement: string;
  readonly repetition: string;
  readonly actor: string;
}

function parseName(path: string): NameLabels | undefined {
  const fields = fieldsOf(path);
  if (!fields || exclusion(fields) !== undefined) return undefined;
  return {
    speaker: fields.actor,
    sex: sexOf(fields.actor),
    emotion: emotionOf[fields.emotion]!,
    intensity: intensityOf[fields.intensity]!,
    text: statementOf[fields.statement]!,
    take: fields.repetition,
  };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  return fields
    ? exclusion(fields)
    : 'its name is not seven two-digit numbers, as in `03-01-05-02-01-01-12.wav`';
}

function fieldsOf(path: string): Fields | undefined {
  const stem = fileStem(path);
  if (!/^\d{2}(-\d{2}){6}$/.test(stem)) return undefined;
  const [modality, channel, emotion, intensity, statement, repetition, actor] = stem.split('-') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return { modality, channel, emotion, intensity, statement, repetition, actor };
}

function exclusion(fields: Fields): string | undefined {
  const { modality, channel, emotion, intensity, statement, repetition, actor } = fields;
  if (modality !== '03') {
    return `its modality is ${modality} (${modalities[modality] ?? 'unknown'}); only 03 (audio only) is used`;
  }
  if (channel !== '01') {
    return `its channel is ${channel} (${channel === '02' ? 'song' : 'unknown'}); only 01 (speech) is used`;
  }
  if (!emotionOf[emotion]) return `emotion ${emotion} is not one of 01 to 08`;
  if (!intensityOf[intensity]) return `intensity ${intensity} is not 01 (normal) or 02 (strong)`;
  if (emotionOf[emotion] === 'neutral' && intensity !== '01') return 'neutral has no strong intensity';
  if (!statementOf[statement]) return `statement ${statement} is not 01 or 02`;
  if (!repetitions.includes(repetition)) return `repetition ${repetition} is not 01 or 02`;
  if (!actors.includes(actor)) return `actor ${actor} is not one of 01 to 24`;
  return undefined;
}

function expectedFiles(): readonly string[] {
  const files = [];
  for (const actor of actors) {
    for (const emotion of Object.keys(emotionOf)) {
      for (const intensity of emotionOf[emotion] === 'neutral' ? ['01'] : ['01', '02']) {
        for (const statement of Object.keys(statementOf)) {
          for (const repetition of repetitions) {
            files.push(
              `Actor_${actor}/03-01-${emotion}-${intensity}-${statement}-${repetition}-${actor}.wav`,
            );
          }
        }
      }
    }
  }
  return files;
}
