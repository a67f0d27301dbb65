import type { AudioDecoder } from './audioDecoder.js';
import { mp3Decoder } from './mp3Decoder.js';
import { oggOpusDecoder, oggVorbisDecoder } from './oggDecoder.js';
import { webAudioDecoder } from './webAudioDecoder.js';

/** The browser's own decoder comes last, because its output differs between browsers. */
export const builtInDecoders: readonly AudioDecoder[] = [
  mp3Decoder(),
  oggVorbisDecoder(),
  oggOpusDecoder(),
  webAudioDecoder,
];
