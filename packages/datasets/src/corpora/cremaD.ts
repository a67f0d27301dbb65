import { fileStem } from '../files/audioFileName.js';
import type { Sex } from '../utterance.js';
import { cremaDWomen } from './cremaDWomen.js';
import { defineCorpus, type NameLabels } from './corpusDefinition.js';

const emotionOf: Readonly<Record<string, string>> = {
  ANG: 'angry',
  DIS: 'disgust',
  FEA: 'fear',
  HAP: 'happy',
  NEU: 'neutral',
  SAD: 'sad',
};

const sentenceOf: Readonly<Record<string, string>> = {
  IEO: "It's eleven o'clock",
  TIE: 'That is exactly what happened',
  IOM: "I'm on my way to the meeting",
  IWW: 'I wonder what this is about',
  TAI: 'The airplane is almost full',
  MTI: 'Maybe tomorrow it will be cold',
  IWL: 'I would like a new alarm clock',
  ITH: "I think I have a doctor's appointment",
  DFA: "Don't forget a jacket",
  ITS: "I think I've seen this before",
  TSI: 'The surface is slick',
  WSI: "We'll stop in a couple of minutes",
};

/** Intensity levels, given for one sentence only; `XX` means unspecified. */
const intensityOf: Readonly<Record<string, string>> = { LO: 'low', MD: 'medium', HI: 'high' };
const unspecified = 'XX';

/** Names of the 91 actors. */
const actors: readonly string[] = Array.from({ length: 91 }, (_, i) => `${1001 + i}`);

/**
 * The Crowd-sourced Emotional Multimodal Actors Dataset: 91 actors say twelve sentences in six emotions. One sentence,
 * IEO, is acted in three intensities, except neutral.
 *
 * File names: actor, sentence, emotion, level. Sexes come from the corpus's `VideoDemographics.csv`, because the names
 * do not contain them. The label is the emotion that the actor was asked to act, not the one that listeners perceived.
 * Twenty clips of the full grid were never published. As published, `1076_MTI_SAD_XX` is silent, and three recordings
 * have two files with different emotions. Older copies misspell `1040_ITH_SAD_XX` as `1040_ITH_SAD_X`.
 *
 * @see Cao et al., 2014, https://doi.org/10.1109/TAFFC.2014.2336244
 */
export const cremaD = defineCorpus({
  name: 'crema-d',
  title: 'CREMA-D',
  url: 'https://github.com/CheyneyComputerScience/CREMA-D',
  publication: { authors: 'Cao et al.', year: 2014, url: 'https://doi.org/10.1109/TAFFC.2014.2336244' },
  license: 'ODbL 1.0, contents DbCL 1.0',
  language: 'en',
  labels: Object.values(emotionOf),
  expectedClips: 7442,
  expectedLabels: { angry: 1271, disgust: 1271, fear: 1271, happy: 1271, neutral: 1087, sad: 1271 },
  expectedSpeakers: 91,
  speakers: actors.map((name) => ({ name, sex: sexOf(name) })),
  access: {
    terms: 'open',
    steps: [
      'Clone the repository with Git LFS: `git lfs install`, `git clone https://github.com/CheyneyComputerScience/CREMA-D.git`.',
      'Do not use the zip file that GitHub offers: it contains pointers of about 130 bytes instead of the recordings. In a clone, `git lfs pull` downloads them.',
      'Only the folder AudioWAV is needed. MP3 files are used only if the WAV file of that name is missing.',
    ],
    layout: ['AudioWAV/1001_DFA_ANG_XX.wav'],
  },
  nChannels: 1,
  identicalFiles: [
    ['1006_TIE_HAP_XX', '1006_TIE_NEU_XX'],
    ['1013_WSI_DIS_XX', '1013_WSI_SAD_XX'],
    ['1017_IWW_ANG_XX', '1017_IWW_FEA_XX'],
  ],
  parseName,
  irregularity,
  expectedFiles,
});

function sexOf(actor: string): Sex {
  return cremaDWomen.has(actor) ? 'female' : 'male';
}

interface Fields {
  readonly actor: string;
  readonly sentence: string;
  readonly emotion: string;
  readonly level: string;
}

function parseName(path: string): NameLabels | undefined {
  const fields = fieldsOf(path);
  if (!fields || exclusion(fields) !== undefined) return undefined;
  const { actor, sentence, emotion } = fields;
  const level = correctedLevel(fields.level);
  return {
    name: [actor, sentence, emotion, level].join('_'),
    speaker: actor,
    sex: sexOf(actor),
    emotion: emotionOf[emotion]!,
    ...(level !== unspecified && { intensity: intensityOf[level]! }),
    text: sentenceOf[sentence]!,
  };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  if (!fields) return 'its name is not actor, sentence, emotion, and level, as in `1001_DFA_ANG_XX.wav`';
  return exclusion(fields) ?? (fields.level === 'X' ? 'its level `X` is read as `XX`' : undefined);
}

const grammar = /^(?<actor>\d{4})_(?<sentence>[A-Z]{3})_(?<emotion>[A-Z]{3})_(?<level>[A-Z]{1,2})$/;

function fieldsOf(path: string): Fields | undefined {
  return grammar.exec(fileStem(path))?.groups as Fields | undefined;
}

function exclusion({ actor, sentence, emotion, level }: Fields): string | undefined {
  if (!actors.includes(actor)) return `actor ${actor} is not one of 1001 to 1091`;
  if (!sentenceOf[sentence])
    return `sentence ${sentence} is not one of ${Object.keys(sentenceOf).join(', ')}`;
  if (!emotionOf[emotion]) return `emotion ${emotion} is not one of ${Object.keys(emotionOf).join(', ')}`;
  const levels = levelsOf(sentence, emotion);
  if (levels.includes(correctedLevel(level))) return undefined;
  return `level ${level} is not ${levels.join(', ')}, the levels of ${sentence} with ${emotion}`;
}

function correctedLevel(level: string): string {
  return level === 'X' ? unspecified : level;
}

function levelsOf(sentence: string, emotion: string): readonly string[] {
  return sentence === 'IEO' && emotion !== 'NEU' ? Object.keys(intensityOf) : [unspecified];
}

/** Clips that were never published: actor and sentence, or actor, sentence, and emotion. */
const unpublished = new Set(['1002_TIE_NEU', '1008_WSI', '1009_MTI', '1019_ITH', '1076_ITS_NEU']);

function expectedFiles(): readonly string[] {
  const files = [];
  for (const actor of actors) {
    for (const sentence of Object.keys(sentenceOf)) {
      if (unpublished.has(`${actor}_${sentence}`)) continue;
      for (const emotion of Object.keys(emotionOf)) {
        const take = `${actor}_${sentence}_${emotion}`;
        if (unpublished.has(take)) continue;
        files.push(...levelsOf(sentence, emotion).map((level) => `AudioWAV/${take}_${level}.wav`));
      }
    }
  }
  return files;
}
