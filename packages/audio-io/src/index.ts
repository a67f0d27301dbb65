// bytes to sound
export { audioInfo, type AudioFormat, type AudioInfo } from './audioInfo.js';
export { decodeAiff } from './aiff/decodeAiff.js';
export { decodeAnyAudio, type DecodeOptions } from './decodeAnyAudio.js';
export { decodeAudio } from './decodeAudio.js';
export { decodeFlac } from './flac/decodeFlac.js';
export { decodeWav } from './wav/decodeWav.js';
export { soundFormat, type SoundFormat } from './format/soundFormat.js';

// decoders of other formats
export type { AudioDecoder } from './decoder/audioDecoder.js';
export { mp3Decoder, type Mpg123Module } from './decoder/mp3Decoder.js';
export {
  oggOpusDecoder,
  oggVorbisDecoder,
  type OggOpusModule,
  type OggVorbisModule,
} from './decoder/oggDecoder.js';
export { registerDecoder } from './decoder/registerDecoder.js';
export type { WasmAudio, WasmDecoder } from './decoder/wasmDecoder.js';

// sound to bytes
export { encodeWav, type EncodeWavOptions, type WavSampleFormat } from './wav/encodeWav.js';
export { PcmStream, pcmFormats, type PcmFormat, type PcmStreamOptions } from './pcm/pcmStream.js';

// errors
export { SerError } from '@ser/core';
export type { AudioErrorCode } from './errors.js';
