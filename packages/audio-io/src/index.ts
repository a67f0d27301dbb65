/**
 * Decodes recordings to samples: WAV, FLAC, and AIFF without dependencies, MP3, Ogg Vorbis, and Ogg Opus with one
 * optional package each, and more formats in browsers. Everything here works on bytes and runs in Node, pages, and
 * workers; `@ser/audio-io/node` reads and writes files. `AudioClip`, `mixDown`, and `resample` are in `@ser/dsp`.
 *
 * - Decoding: `decodeAudio`, `decodeAnyAudio`, `decodeAudioBlocks`
 * - Headers: `audioInfo`, `soundFormat`
 * - More formats: `registerDecoder`, `mp3Decoder`, `oggVorbisDecoder`, `oggOpusDecoder`
 * - Raw samples from a stream: `PcmStream`, `pcmFormats`
 * - Writing: `encodeWav`
 * - Errors: `SerError`, with the codes of `AudioErrorCode`
 *
 * @packageDocumentation
 */
export { decodeAnyAudio } from './decodeAnyAudio.js';
export { decodeAudio } from './decodeAudio.js';
export { decodeAudioBlocks, type DecodeOptions } from './decodeAudioBlocks.js';
export type { AudioLimits } from './limits.js';
export type { AudioSource } from './source/audioSource.js';

export { audioInfo } from './audioInfo.js';
export type { AudioFormat, AudioInfo } from './header/audioInfo.js';
export { soundFormat, type SoundFormat } from './format/soundFormat.js';

export type { AudioDecoder } from './decoder/audioDecoder.js';
export { mp3Decoder, type Mpg123Module } from './decoder/mp3Decoder.js';
export {
  oggOpusDecoder,
  type OggOpusModule,
  oggVorbisDecoder,
  type OggVorbisModule,
} from './decoder/oggDecoder.js';
export { registerDecoder } from './decoder/registerDecoder.js';
export type { WasmAudio, WasmDecoder } from './decoder/wasmDecoder.js';

export { type PcmFormat, pcmFormats, PcmStream, type PcmStreamOptions } from './pcm/pcmStream.js';

export { encodeWav } from './wav/encodeWav.js';
export type { EncodeWavOptions, WavSampleFormat } from './wav/encodeWavOptions.js';

export { SerError } from '@ser/core';
export type { AudioErrorCode } from './errors.js';
