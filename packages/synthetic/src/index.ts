// one clip (pure)
export { emotionStyles } from './emotionStyles.js';
export type { EmotionStyle, SyntheticEmotion } from './emotionStyles.js';
export { phonemes } from './phonemes.js';
export type { Formants, Frication, Phoneme, Posture } from './phonemes.js';
export { sentences, transcribed } from './sentences.js';
export type { Sentence, Sound, Token } from './sentences.js';
export { defaultExpressiveness, defaultSampleRate, synthesizeUtterance } from './synthesizeUtterance.js';
export type { SynthesizeUtteranceOptions } from './synthesizeUtterance.js';
export { makeVoice } from './voice.js';
export type { Voice } from './voice.js';

// a corpus on disk (Node.js)
export { syntheticCard } from './syntheticCard.js';
export type { SyntheticLayoutName } from './layouts/syntheticLayouts.js';
export { writeSyntheticCorpus } from './writeSyntheticCorpus.js';
export type { SyntheticVoicesOptions } from './syntheticSettings.js';
export type { SyntheticCorpus, WriteSyntheticCorpusOptions } from './writeSyntheticCorpus.js';
