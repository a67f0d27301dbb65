import { findCorpus } from '@ser/datasets';
import { type SyntheticLayout, takeIndex, twoDigits } from './syntheticLayout.js';

/** `AudioData/DC/a01.wav`: a folder for each of four men, then emotion and number. */
export const saveeLayout: SyntheticLayout = {
  corpus: 'savee',
  grammar: 'speaker/emotion and number',
  speakers: findCorpus('savee').speakers!,
  emotionCodes: { angry: 'a', disgust: 'd', fear: 'f', happy: 'h', neutral: 'n', sad: 'sa', surprise: 'su' },
  hasStrong: false,
  maxRepetitions: 7,
  fileOf: (clip) => `AudioData/${clip.speaker}/${clip.emotionCode}${twoDigits(takeIndex(clip) + 1)}.wav`,
};
