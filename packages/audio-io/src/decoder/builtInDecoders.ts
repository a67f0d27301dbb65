import type { AudioDecoder } from './audioDecoder.js';
import { containerDecoder } from './containerDecoder.js';
import { ffmpegDecoder } from './ffmpegDecoder.js';
import { mp3Decoder } from './mp3Decoder.js';
import { oggOpusDecoder, oggVorbisDecoder } from './oggDecoder.js';
import { registeredDecoders } from './registerDecoder.js';
import { webAudioDecoder } from './webAudioDecoder.js';

/** Decoders of one format each. The browser's own comes late, because its output differs between browsers. */
const formatDecoders: readonly AudioDecoder[] = [
  mp3Decoder(),
  oggVorbisDecoder(),
  oggOpusDecoder(),
  webAudioDecoder,
  ffmpegDecoder,
];

/** The decoders that need no registration, in the order in which they are tried. */
export const builtInDecoders: readonly AudioDecoder[] = [
  containerDecoder(() => [...registeredDecoders(), ...formatDecoders]),
  ...formatDecoders,
];
