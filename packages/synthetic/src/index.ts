/**
 * A seeded synthesizer of emotional speech, for tests and demos without recordings. The same options give the same
 * samples on every machine, and no recording of a human is involved. Everything here runs in a browser too;
 * `@ser/synthetic/node` writes whole corpora.
 *
 * - One clip: `synthesizeUtterance`
 * - Who speaks: `makeVoice`
 * - What is said: `sentences`, or your own with `makeSentence`
 * - Errors: `SerError`, with the codes of `SyntheticErrorCode`
 *
 * @packageDocumentation
 */
export { synthesizeUtterance, type SynthesizeUtteranceOptions } from './synthesis/synthesizeUtterance.js';
export type { SyntheticEmotion } from './synthesis/emotionStyles.js';

export { makeVoice, type Voice } from './synthesis/voice.js';

export { makeSentence, type Sentence, sentences, type Sound, type Token } from './synthesis/sentences.js';
export type { Phoneme } from './synthesis/phonemes.js';

export { SerError } from '@ser/core';
export type { SyntheticErrorCode } from './errors.js';
