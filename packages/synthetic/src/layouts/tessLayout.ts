import { findCorpus } from '@ser/datasets';
import { type SyntheticLayout, takeIndex } from './syntheticLayout.js';

const tess = findCorpus('tess');

/** The words of TESS in its own order, from its file names: `OAF_back_angry.wav`. */
const words = [...new Set(tess.expectedFiles!().map((file) => file.split('_')[1]!))];

/** `OAF_back_angry.wav`: one of two women, word, emotion. */
export const tessLayout: SyntheticLayout = {
  corpus: 'tess',
  grammar: 'speaker_word_emotion',
  speakers: tess.speakers!,
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
  maxRepetitions: words.length / 2,
  fileOf: (clip) => `${clip.speaker}_${words[takeIndex(clip)]!}_${clip.emotionCode}.wav`,
};
