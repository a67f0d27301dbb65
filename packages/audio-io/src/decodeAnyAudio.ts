import type { MultichannelAudio } from '@ser/dsp';
import { decodeAudio } from './decodeAudio.js';
import type { AudioDecoder } from './decoder/audioDecoder.js';
import { mp3Decoder } from './decoder/mp3Decoder.js';
import { oggOpusDecoder, oggVorbisDecoder } from './decoder/oggDecoder.js';
import { registeredDecoders } from './decoder/registerDecoder.js';
import { corruptSound } from './decoder/wasmDecoder.js';
import { webAudioDecoder } from './decoder/webAudioDecoder.js';
import { AudioError } from './errors.js';

/** How to decode. */
export interface DecodeOptions {
  /** Stops it between its steps: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The browser's own is asked last: what it gives differs from one to the next. */
const decodersInTheBox: readonly AudioDecoder[] = [
  mp3Decoder(),
  oggVorbisDecoder(),
  oggOpusDecoder(),
  webAudioDecoder,
];

/**
 * The sound of a file of any format for which there is a decoder, told apart by content and never by name.
 *
 * WAV, FLAC and AIFF are decoded as `decodeAudio` does. MP3, Ogg Vorbis and Ogg Opus need an optional package, named in
 * the error where it is missing; in a browser `decodeAudioData` takes its place, which also knows MP4 and WebM. More
 * formats come by `registerDecoder`.
 *
 * @param bytes the whole file
 * @throws {SerError} `decoder-not-installed` (names the package), and as `decodeAudio`
 *
 * @example
 * const { channels, sampleRate } = await decodeAnyAudio(new Uint8Array(await response.arrayBuffer()));
 */
export async function decodeAnyAudio(
  bytes: Uint8Array,
  { signal }: DecodeOptions = {},
): Promise<MultichannelAudio> {
  signal?.throwIfAborted();
  let missing: AudioError | undefined;
  for (const decoder of [...registeredDecoders(), ...decodersInTheBox]) {
    if (!decoder.recognizes(bytes)) continue;
    try {
      const audio = await decodeWith(decoder, bytes);
      signal?.throwIfAborted();
      return audio;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof AudioError) || error.code !== 'decoder-not-installed') throw missing ?? error;
      missing ??= error;
    }
  }
  if (missing !== undefined) throw missing;
  return decodeAudio(bytes);
}

async function decodeWith(decoder: AudioDecoder, bytes: Uint8Array): Promise<MultichannelAudio> {
  try {
    return requireSound(decoder, await decoder.decode(bytes));
  } catch (cause) {
    if (cause instanceof AudioError) throw cause;
    throw corruptSound(decoder.name, `"${cause instanceof Error ? cause.message : String(cause)}"`, cause);
  }
}

/** What is wrong with an answer is told as a fault of the file, for one of many files to be passed over by it. */
function requireSound({ name }: AudioDecoder, audio: MultichannelAudio): MultichannelAudio {
  const { channels, sampleRate } = audio;
  if (!Number.isInteger(sampleRate) || sampleRate < 1) throw corruptSound(name, `${sampleRate} Hz`);
  const lengths = [...new Set(channels.map(({ length }) => length))];
  if (lengths.length === 1) return audio;
  const found = lengths.length === 0 ? 'no channel' : `channels of ${lengths.join(' and ')} samples`;
  throw corruptSound(name, found);
}
