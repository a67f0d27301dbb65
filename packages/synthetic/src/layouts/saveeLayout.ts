import type { SyntheticLayout } from './syntheticLayout.js';
import { takeIndex, twoDigits } from './syntheticLayout.js';

/** `AudioData/DC/a01.wav`: a folder for each of four men; emotion and number. */
export const saveeLayout: SyntheticLayout = {
  corpus: 'savee',
  grammar: 'speaker/emotion and number',
  cast: ['DC', 'JE', 'JK', 'KL'].map((name) => ({ name, sex: 'male' })),
  emotionCodes: { angry: 'a', disgust: 'd', fear: 'f', happy: 'h', neutral: 'n', sad: 'sa', surprise: 'su' },
  hasStrong: false,
  maxRepetitions: 7,
  fileOf: (clip) => `AudioData/${clip.speaker}/${clip.emotionCode}${twoDigits(takeIndex(clip) + 1)}.wav`,
};
