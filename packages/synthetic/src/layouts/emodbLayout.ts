import { findCorpus } from '@ser/datasets';
import type { SyntheticLayout } from './syntheticLayout.js';

/** `wav/03a01Fa.wav`: speaker, sentence, emotion, take. */
export const emodbLayout: SyntheticLayout = {
  corpus: 'emodb',
  grammar: 'speaker, sentence, emotion, take',
  speakers: findCorpus('emodb').speakers!,
  emotionCodes: { angry: 'W', disgust: 'E', fear: 'A', happy: 'F', neutral: 'N', sad: 'T' },
  hasStrong: false,
  maxRepetitions: 6,
  fileOf: ({ speaker, statement, emotionCode, repetition }) =>
    `wav/${speaker}a0${statement}${emotionCode}${'abcdef'.charAt(repetition - 1)}.wav`,
};
