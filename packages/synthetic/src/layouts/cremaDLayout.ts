import { findCorpus } from '@ser/datasets';
import { type SyntheticLayout, takeIndex } from './syntheticLayout.js';

/** Sentences of CREMA-D of which the clips of every actor were published. */
const sentenceCodes = ['DFA', 'TAI', 'IOM', 'IWL', 'TSI', 'IWW'];

/** `AudioWAV/1001_DFA_ANG_XX.wav`: actor, sentence, emotion, level. */
export const cremaDLayout: SyntheticLayout = {
  corpus: 'crema-d',
  grammar: 'actor_sentence_emotion_level',
  speakers: findCorpus('crema-d').speakers!,
  emotionCodes: { angry: 'ANG', disgust: 'DIS', fear: 'FEA', happy: 'HAP', neutral: 'NEU', sad: 'SAD' },
  hasStrong: false,
  maxRepetitions: sentenceCodes.length / 2,
  fileOf: (clip) => `AudioWAV/${clip.speaker}_${sentenceCodes[takeIndex(clip)]!}_${clip.emotionCode}_XX.wav`,
};
