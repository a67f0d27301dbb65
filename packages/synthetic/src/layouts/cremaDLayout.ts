import { cremaDActors } from '@ser/datasets';
import { cremaDWomen } from '@ser/datasets';
import type { SyntheticLayout } from './syntheticLayout.js';
import { takeIndex } from './syntheticLayout.js';

/** Sentences of CREMA-D of which every actor's clips were published. */
const sentenceCodes = ['DFA', 'TAI', 'IOM', 'IWL', 'TSI', 'IWW'];

/** `AudioWAV/1001_DFA_ANG_XX.wav`: actor, sentence, emotion, level. */
export const cremaDLayout: SyntheticLayout = {
  corpus: 'crema-d',
  grammar: 'actor_sentence_emotion_level',
  cast: cremaDActors.map((name) => ({ name, sex: cremaDWomen.has(name) ? 'female' : 'male' })),
  emotionCodes: { angry: 'ANG', disgust: 'DIS', fear: 'FEA', happy: 'HAP', neutral: 'NEU', sad: 'SAD' },
  hasStrong: false,
  maxRepetitions: sentenceCodes.length / 2,
  fileOf: (clip) => `AudioWAV/${clip.speaker}_${sentenceCodes[takeIndex(clip)]!}_${clip.emotionCode}_XX.wav`,
};
