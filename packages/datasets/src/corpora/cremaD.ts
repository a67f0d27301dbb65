import { fileStem } from '../audioFileName.js';
import { cremaDWomen } from './cremaDWomen.js';
import type { NameLabels } from './corpusDefinition.js';
import { defineCorpus } from './corpusDefinition.js';

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

/** Steps of acting, told for one sentence only; `XX` is untold. */
const intensityOf: Readonly<Record<string, string>> = { LO: 'low', MD: 'medium', HI: 'high' };
const untold = 'XX';

/** Names of the 91 actors. */
export const cremaDActors: readonly string[] = Array.from({ length: 91 }, (_, i) => `${1001 + i}`);

/**
 * The Crowd-sourced Emotional Multimodal Actors Dataset: 91 actors say twelve sentences in six emotions; one
 * sentence, IEO, in three intensities where it is not neutral.
 *
 * File names: actor, sentence, emotion, level. Sexes are those of the corpus's `VideoDemographics.csv`: no rule of
 * the names gives them. The label is what the actor was told, not what listeners heard. Twenty clips of the full
 * grid were never published. As published, `1076_MTI_SAD_XX` is silent, and three recordings stand under two
 * emotions each. Older copies misspell `1040_ITH_SAD_XX` as `1040_ITH_SAD_X`.
 *
 * @see Cao et al., 2014, https://doi.org/10.1109/TAFFC.2014.2336244
 */
export const cremaD = defineCorpus({
  name: 'crema-d',
  title: 'CREMA-D',
  url: 'https://github.com/CheyneyComputerScience/CREMA-D',
  licence: 'ODbL 1.0, contents DbCL 1.0',
  language: 'en',
  labels: Object.values(emotionOf),
  expectedClips: 7442,
  expectedLabels: { angry: 1271, disgust: 1271, fear: 1271, happy: 1271, neutral: 1087, sad: 1271 },
  expectedSpeakers: 91,
  access: {
    terms: 'open',
    steps: [
      'Clone the repository with Git LFS: `git lfs install`, `git clone https://github.com/CheyneyComputerScience/CREMA-D.git`.',
      'The zip that GitHub offers holds pointers of some 130 bytes in place of the recordings; `git lfs pull` in a clone fetches them.',
      'Only AudioWAV is needed; of the MP3 files beside it, those are read whose WAV file is not there.',
    ],
    layout: ['AudioWAV/1001_DFA_ANG_XX.wav'],
  },
  nChannels: 1,
  twins: [
    ['1006_TIE_HAP_XX', '1006_TIE_NEU_XX'],
    ['1013_WSI_DIS_XX', '1013_WSI_SAD_XX'],
    ['1017_IWW_ANG_XX', '1017_IWW_FEA_XX'],
  ],
  parseName,
  irregularity,
  expectedFiles,
});

interface Fields {
  readonly actor: string;
  readonly sentence: string;
  readonly emotion: string;
  readonly level: string;
}

function parseName(path: string): NameLabels | undefined {
  const fields = fieldsOf(path);
  if (!fields || refusal(fields) !== undefined) return undefined;
  const { actor, sentence, emotion } = fields;
  const level = correctedLevel(fields.level);
  return {
    name: [actor, sentence, emotion, level].join('_'),
    speaker: actor,
    sex: cremaDWomen.has(actor) ? 'female' : 'male',
    emotion: emotionOf[emotion]!,
    ...(level !== untold && { intensity: intensityOf[level]! }),
    text: sentenceOf[sentence]!,
  };
}

function irregularity(path: string): string | undefined {
  const fields = fieldsOf(path);
  if (!fields) return 'its name is not actor, sentence, emotion and level, as in `1001_DFA_ANG_XX.wav`';
  return refusal(fields) ?? (fields.level === 'X' ? 'its level `X` is read as `XX`' : undefined);
}

const grammar = /^(?<actor>\d{4})_(?<sentence>[A-Z]{3})_(?<emotion>[A-Z]{3})_(?<level>[A-Z]{1,2})$/;

function fieldsOf(path: string): Fields | undefined {
  return grammar.exec(fileStem(path))?.groups as Fields | undefined;
}

function refusal({ actor, sentence, emotion, level }: Fields): string | undefined {
  if (!cremaDActors.includes(actor)) return `actor ${actor} is not one of 1001 to 1091`;
  if (!sentenceOf[sentence])
    return `sentence ${sentence} is not one of ${Object.keys(sentenceOf).join(', ')}`;
  if (!emotionOf[emotion]) return `emotion ${emotion} is not one of ${Object.keys(emotionOf).join(', ')}`;
  const levels = levelsOf(sentence, emotion);
  if (levels.includes(correctedLevel(level))) return undefined;
  return `level ${level} is not ${levels.join(', ')}, as ${sentence} has it with ${emotion}`;
}

function correctedLevel(level: string): string {
  return level === 'X' ? untold : level;
}

function levelsOf(sentence: string, emotion: string): readonly string[] {
  return sentence === 'IEO' && emotion !== 'NEU' ? Object.keys(intensityOf) : [untold];
}

/** Actor and sentence, or these and the emotion, of what was never published. */
const unpublished = new Set(['1002_TIE_NEU', '1008_WSI', '1009_MTI', '1019_ITH', '1076_ITS_NEU']);

function expectedFiles(): readonly string[] {
  const files = [];
  for (const actor of cremaDActors) {
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
