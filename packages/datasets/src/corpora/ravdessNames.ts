import { fileStem } from '../files/audioFileName.js';
import type { Sex } from '../utterance.js';
import type { CorpusSource, NameLabels } from './corpusDefinition.js';

const intensityOf: Readonly<Record<string, string>> = { '01': 'normal', '02': 'strong' };

const statementOf: Readonly<Record<string, string>> = {
  '01': 'Kids are talking by the door',
  '02': 'Dogs are sitting by the door',
};

const repetitions = ['01', '02'];
const modalities: Readonly<Record<string, string>> = { '01': 'audio with video', '02': 'video' };
const channels: Readonly<Record<string, string>> = { '01': 'speech', '02': 'song' };

/** The 24 actors of RAVDESS. */
export const ravdessActors = Array.from({ length: 24 }, (_, i) => String(i + 1).padStart(2, '0'));

/** Odd actors are men. */
export function sexOfActor(actor: string): Sex {
  return Number(actor) % 2 === 1 ? 'male' : 'female';
}

/** One of the two audio sets of RAVDESS. */
export interface RavdessSet {
  /** 01 is speech, 02 song. */
  readonly channel: '01' | '02';
  readonly emotionOf: Readonly<Record<string, string>>;
  readonly actors: readonly string[];
}

/**
 * The naming scheme of RAVDESS, which speech and song share: modality, channel, emotion, intensity, statement,
 * repetition, actor, as two-digit numbers.
 */
export function ravdessNames(
  set: RavdessSet,
): Required<Pick<CorpusSource, 'parseName' | 'irregularity' | 'expectedFiles'>> {
  const example = `03-${set.channel}-05-02-01-01-12.wav`;
  return {
    parseName(path): NameLabels | undefined {
      const fields = fieldsOf(path);
      if (!fields || exclusion(set, fields) !== undefined) return undefined;
      return {
        speaker: fields.actor,
        sex: sexOfActor(fields.actor),
        emotion: set.emotionOf[fields.emotion]!,
        intensity: intensityOf[fields.intensity]!,
        text: statementOf[fields.statement]!,
        take: fields.repetition,
      };
    },
    irregularity(path) {
      const fields = fieldsOf(path);
      return fields
        ? exclusion(set, fields)
        : `its name is not seven two-digit numbers, as in \`${example}\``;
    },
    expectedFiles: () => expectedFiles(set),
  };
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

function exclusion({ channel: used, emotionOf, actors }: RavdessSet, fields: Fields): string | undefined {
  const { modality, channel, emotion, intensity, statement, repetition, actor } = fields;
  if (modality !== '03') {
    return `its modality is ${modality} (${modalities[modality] ?? 'unknown'}); only 03 (audio only) is used`;
  }
  if (channel !== used) {
    return `its channel is ${channel} (${channels[channel] ?? 'unknown'}); only ${used} (${channels[used]}) is used`;
  }
  if (!emotionOf[emotion])
    return `emotion ${emotion} is not one of 01 to ${Object.keys(emotionOf).sort().at(-1)}`;
  if (!intensityOf[intensity]) return `intensity ${intensity} is not 01 (normal) or 02 (strong)`;
  if (emotionOf[emotion] === 'neutral' && intensity !== '01') return 'neutral has no strong intensity';
  if (!statementOf[statement]) return `statement ${statement} is not 01 or 02`;
  if (!repetitions.includes(repetition)) return `repetition ${repetition} is not 01 or 02`;
  if (ravdessActors.includes(actor) && !actors.includes(actor))
    return `actor ${actor} has no ${channels[used]}`;
  if (!actors.includes(actor)) return `actor ${actor} is not one of 01 to 24`;
  return undefined;
}

function expectedFiles({ channel, emotionOf, actors }: RavdessSet): readonly string[] {
  const files = [];
  for (const actor of actors) {
    for (const emotion of Object.keys(emotionOf)) {
      for (const intensity of emotionOf[emotion] === 'neutral' ? ['01'] : ['01', '02']) {
        for (const statement of Object.keys(statementOf)) {
          for (const repetition of repetitions) {
            const name = `03-${channel}-${emotion}-${intensity}-${statement}-${repetition}-${actor}.wav`;
            files.push(`Actor_${actor}/${name}`);
          }
        }
      }
    }
  }
  return files;
}
