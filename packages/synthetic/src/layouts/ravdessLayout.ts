import { findCorpus } from '@ser/datasets';
import { type SyntheticLayout, twoDigits } from './syntheticLayout.js';

/** `Actor_01/03-01-03-02-01-01-01.wav`: modality (03 audio), channel (01 speech), emotion, and so on. */
export const ravdessLayout: SyntheticLayout = {
  corpus: 'ravdess',
  grammar: 'modality-channel-emotion-intensity-statement-repetition-actor',
  speakers: findCorpus('ravdess').speakers!,
  emotionCodes: {
    neutral: '01',
    happy: '03',
    sad: '04',
    angry: '05',
    fear: '06',
    disgust: '07',
    surprise: '08',
  },
  hasStrong: true,
  maxRepetitions: 2,
  fileOf({ speaker, emotionCode, intensity, statement, repetition }) {
    const level = intensity === 'strong' ? '02' : '01';
    const codes = ['03', '01', emotionCode, level, twoDigits(statement), twoDigits(repetition), speaker];
    return `Actor_${speaker}/${codes.join('-')}.wav`;
  },
};
