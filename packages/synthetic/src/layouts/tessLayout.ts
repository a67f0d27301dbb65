import { tessWords } from '@ser/datasets';
import type { SyntheticLayout } from './syntheticLayout.js';
import { takeIndex } from './syntheticLayout.js';

/** `OAF_back_angry.wav`: one of two women, word, emotion. */
export const tessLayout: SyntheticLayout = {
  corpus: 'tess',
  grammar: 'speaker_word_emotion',
  cast: ['OAF', 'YAF'].map((name) => ({ name, sex: 'female' })),
  emotionCodes: {
    angry: 'angry',
    disgust: 'disgust',
    fear: 'fear',
    happy: 'happy',
    neutral: 'neutral',
    sad: 'sad',
    surprise: 'ps',
  },
  hasStrong: false,
  maxRepetitions: tessWords.length / 2,
  fileOf: (clip) => `${clip.speaker}_${tessWords[takeIndex(clip)]!}_${clip.emotionCode}.wav`,
};
