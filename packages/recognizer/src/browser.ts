/**
 * What a recognizer needs in a page: the microphone as a stream of samples.
 *
 * - Audio: `microphone`; `captureProgram` for pages that do not allow `blob:` scripts
 * - Errors: `SerError` with the codes of `MicrophoneErrorCode`
 *
 * @packageDocumentation
 */
export { captureProgram } from './browser/captureProcessor.js';
export { type Microphone, microphone, type MicrophoneOptions } from './browser/microphone.js';
export type { MicrophoneErrorCode } from './browser/microphoneError.js';
