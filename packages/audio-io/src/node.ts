/**
 * Reads and writes recordings on disk (Node only).
 *
 * - `readAudio`: decode, mix down to one channel, resample
 * - `readAudioInfo`: what the header says
 * - `writeWav`: write a WAV file
 *
 * @packageDocumentation
 */
export { readAudio, type ReadAudioOptions } from './node/readAudio.js';
export { readAudioInfo } from './node/readAudioInfo.js';
export { writeWav } from './node/writeWav.js';
