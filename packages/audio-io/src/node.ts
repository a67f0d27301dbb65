/**
 * Reads and writes recordings on disk (Node only).
 *
 * - `readAudio`: decode, mix down to one channel, resample
 * - `readAudioBlocks`: decode a recording of any length in blocks
 * - `readAudioInfo`: what the header says
 * - `writeWav`: write a WAV file
 *
 * @packageDocumentation
 */
export { readAudio, type ReadAudioOptions } from './node/readAudio.js';
export { readAudioBlocks } from './node/readAudioBlocks.js';
export { readAudioInfo } from './node/readAudioInfo.js';
export { writeWav } from './node/writeWav.js';
