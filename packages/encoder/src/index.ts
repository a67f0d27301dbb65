/**
 * A small frozen speech encoder for emotion recognition: three layers of OpenAI's Whisper tiny.en (MIT), pooled over
 * the active frames of a clip, on ONNX Runtime in Node, pages and workers.
 *
 * - Encoding: `createEncoder`, `SpeechEncoder`
 * - Features by description, also of @ser/dsp: `openFeatures`
 * - The model: `encoderModel` (the bytes of the ONNX file), `encoderCard` (license, training data, checksum)
 *
 * @packageDocumentation
 */
export { createEncoder } from './createEncoder.js';
export type { SpeechEncoder } from './speechEncoder.js';
export type { EncoderOptions } from './encoderOptions.js';
export { openFeatures, type OpenFeaturesOptions } from './features/openFeatures.js';
export type { EngineName } from './runtime/engine.js';

export { encoderModel } from './model/encoderModel.js';
export { encoderCard } from './model/encoderCard.js';

export { EncoderError, type EncoderErrorCode } from './errors.js';
