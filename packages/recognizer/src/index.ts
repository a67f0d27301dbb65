/**
 * Recognizes emotions in speech: from a file, a stream, or a microphone to probabilities of labels, in Node, browsers,
 * and workers. `Recognizer.general()` loads the bundled general model of `@ser/pretrained`, `Recognizer.bundled()` any of
 * its models, and `Recognizer.load()` a model that you trained with `@ser/experiments` or the `ser` command.
 *
 * - In one call: `recognize(audio, { top: 3 })`
 * - Recognizer: `Recognizer`, with `predict`, `predictAll`, `segments`, `stream`, `transformStream`, `utterances`, `session`, `restrictTo`, `toFiles`,
 *   `toBytes`, `toOnnx`, `dispose`
 * - Input: `AudioInput`, `AudioChunk`
 * - Predictions: `Prediction`, `Segment`, `SessionPrediction`
 * - Utterances of a stream: `UtteranceEvent`; `formatAnnotations` writes CSV, JSON lines, WebVTT, Audacity, and ELAN
 * - Export: `toOnnx`, `huggingFaceFiles`
 * - Errors: `SerError` with the codes of `RecognizerErrorCode`
 *
 * `saveRecognizer`, which writes a model folder, is in `@ser/recognizer/node`.
 *
 * @packageDocumentation
 */
export { Recognizer } from './recognizer.js';
export { type LabelScore, recognize, type RecognizeOptions, sortedScores } from './recognize.js';
export type { RecognizerDimensions } from './dimensions/recognizerDimensions.js';
export type { ClipResult } from './batch/predictEach.js';
export type { BundledOptions, GeneralOptions, PredictOptions } from './recognizerOptions.js';
export type { RecognizerMember, RecognizerParts } from './ensemble/recognizerParts.js';
export type { FeatureOpener } from './ensemble/featureExtractor.js';
export { type ExportableRecognizer, huggingFaceFiles } from './export/huggingFaceFiles.js';
export type { DescribedMember } from './format/modelCard.js';
export type { RecognizerFiles } from './format/modelFiles.js';
export type { RecognizerCard, TrainingCorpus } from './format/recognizerCard.js';
export type { ClassifierLoader } from './load/classifierLoader.js';
export { bundledNames, type BundledClasses, type BundledName } from './load/bundledModel.js';
export type { LoadOptions } from './load/loadModel.js';
export type { LoadEvent, ModelSource, ReadModelOptions } from './load/modelSource.js';
export type { OpenEngine } from './load/optionalPackages.js';

export type { AudioBufferLike, AudioInput } from './audio/audioInput.js';
export type { AudioChunk } from './windows/audioChunk.js';
export type { AudioChunks, StreamOptions } from './windows/streamWindows.js';
export type { StreamPair } from './items/webStream.js';

export type { Classification, NoSpeech, Prediction, Probabilities, SpeechPrediction } from './prediction.js';
export { fitClassProfile, type ProfiledClip, restrictProfile } from './scores/fitClassProfile.js';
export type { ClassProfile } from './scores/classProfile.js';
export { type OffsetSettings, SpeakerOffset } from './session/speakerOffset.js';
export type { Calibration, SessionPrediction } from './session/sessionModel.js';
export type { SpeakerSession } from './session/speakerSession.js';
export type { DoubtfulClip } from './teach/doubtfulClips.js';
export type { LearningCurveOptions, LearningPoint } from './teach/learningCurve.js';
export type { Taught } from './teach/taught.js';
export type { TaughtClip, TaughtParts, TeachSettings } from './teach/taughtClip.js';
export type { TaughtEstimate } from './teach/taughtEstimate.js';
export { unsureLabel, type UnsureOptions } from './unsure.js';
export type { AudioQuality } from './speech/audioQuality.js';
export type { NoSpeechReason } from './speech/checkSpeech.js';
export type { Segment, SegmentOptions } from './windows/segment.js';
export type { SmoothingOptions } from './windows/smoothing.js';
export type { WindowOptions } from './windows/windowOptions.js';
export type {
  UtteranceEnd,
  UtteranceEvent,
  UtteranceMeasurement,
  UtteranceStart,
  UtteranceStreamOptions,
} from './utterances/utteranceEvents.js';
export type { UtteranceOptions } from './utterances/utteranceOptions.js';

export type { Annotation, AnnotationFormat } from './annotations/annotation.js';
export type { ElanOptions } from './annotations/elan.js';
export { formatAnnotations } from './annotations/formatAnnotations.js';

export { SerError } from '@ser/core';
export type { RecognizerErrorCode } from './errors.js';
