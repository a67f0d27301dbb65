// The recogniser
export { Recognizer, type PredictOptions } from './recognizer.js';
export type {
  FusedMember,
  FusedParts,
  RecognizerMember,
  RecognizerParts,
  SingleParts,
} from './recognizerParts.js';
export type { DescribedMember } from './modelCard.js';
export type { RecognizerFiles } from './recognizerFile.js';
export type { RecognizerCard, TrainingCorpus } from './recognizerCard.js';
export type { LoadOptions } from './load/loadModel.js';
export type { ModelSource } from './load/modelSource.js';
export type { GeneralClasses } from './load/generalModel.js';

// Sound in, answers out
export type { AudioBufferLike, AudioInput } from './audio/audioInput.js';
export type { Belief, NoSpeech, Prediction, Probabilities, SpeechPrediction } from './prediction.js';

// Over time
export type { AudioChunk } from './windows/audioChunk.js';
export type { Segment, SegmentOptions } from './windows/segment.js';
export type { SmoothingOptions } from './windows/smoothing.js';
export type { AudioChunks, StreamOptions } from './windows/streamWindows.js';
export type { WindowOptions } from './windows/windowOptions.js';
export { SpeakerSession, type Calibration, type SessionPrediction } from './session/speakerSession.js';
export type { AudioQuality } from './speech/audioQuality.js';
export type { NoSpeechReason } from './speech/judgeSpeech.js';

// Errors
export { SerError } from '@ser/core';
export type { RecognizerErrorCode } from './errors.js';
