/**
 * Frozen speech encoders for emotion recognition, pooled over the active frames of a clip, on ONNX Runtime in Node, pages
 * and workers: a small bundled one, three layers of OpenAI's Whisper tiny.en (MIT), or any ONNX export of wav2vec 2.0,
 * HuBERT, WavLM, or Whisper from a folder or URL.
 *
 * - Encoding: `createEncoder`, `SpeechEncoder`
 * - Features by description, also of @ser/dsp: `openFeatures`, `resolveFeatures`
 * - The model: `encoderModel` (the bytes of the ONNX file), `encoderCard` (license, training data, checksum)
 *
 * @packageDocumentation
 */
export { createEncoder } from './createEncoder.js';
export type { SpeechEncoder } from './speechEncoder.js';
export type { EncoderOptions, EncoderRuntimeOptions } from './encoderOptions.js';
export type { DownloadOptions } from './files/downloadOptions.js';
export type { EncoderEvent } from './files/encoderEvent.js';
export { openFeatures } from './features/openFeatures.js';
export { resolveFeatures } from './features/resolveFeatures.js';
export type { OpenFeaturesOptions } from './features/openFeaturesOptions.js';
export type { EngineName } from './runtime/engine.js';

export { encoderModel } from './model/encoderModel.js';
export { encoderCard } from './model/encoderCard.js';

export { EncoderError, type EncoderErrorCode } from './errors.js';
