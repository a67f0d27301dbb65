import { SerError } from '@ser/core';
import type { MultichannelAudio } from '@ser/dsp';
import { withoutLeadingTags } from './bytes/audioStart.js';
import { decodeAudio } from './decodeAudio.js';
import type { AudioDecoder } from './decoder/audioDecoder.js';
import { mp3Decoder } from './decoder/mp3Decoder.js';
import { oggOpusDecoder, oggVorbisDecoder } from './decoder/oggDecoder.js';
import { registeredDecoders } from './decoder/registerDecoder.js';
import { corruptAudio } from './decoder/wasmDecoder.js';
import { webAudioDecoder } from './decoder/webAudioDecoder.js';

/** Options of `decodeAnyAudio`. */
export interface DecodeOptions {
  /** Cancels decoding between two steps; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The browser's own decoder comes last, because its output differs between browsers. */
const builtInDecoders: readonly AudioDecoder[] = [
  mp3Decoder(),
  oggVorbisDecoder(),
  oggOpusDecoder(),
  webAudioDecoder,
];

/**
 * Decodes a file of any format for which there is a decoder. The format is detected from the content, never from the
 * file name.
 *
 * WAV, FLAC, and AIFF are decoded as in `decodeAudio`. MP3, Ogg Vorbis, and Ogg Opus need an optional package; if it is
 * missing, the error names it. In a browser, `decodeAudioData` replaces it and also decodes MP4 and WebM. Add more
 * formats with `registerDecoder`.
 *
 * @param bytes the whole file
 * @returns one array of samples per channel, in [-1, 1]
 * @throws {SerError} `decoder-not-installed` (names the package), or as `decodeAudio`
 *
 * @example
 * const { channels, sampleRate } = await decodeAnyAudio(new Uint8Array(await response.arrayBuffer()));
 */
export async function decodeAnyAudio(
  bytes: Uint8Array,
  { signal }: DecodeOptions = {},
): Promise<MultichannelAudio> {
  signal?.throwIfAborted();
  const audio = withoutLeadingTags(bytes);
  let missing: SerError | undefined;
  for (const decoder of [...registeredDecoders(), ...builtInDecoders]) {
    if (!decoder.recognizes(audio)) continue;
    try {
      const decoded = await decodeWith(decoder, audio);
      signal?.throwIfAborted();
      return decoded;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof SerError) || error.code !== 'decoder-not-installed') throw missing ?? error;
      missing ??= error;
    }
  }
  if (missing !== undefined) throw missing;
  return decodeAudio(audio);
}

async function decodeWith(decoder: AudioDecoder, bytes: Uint8Array): Promise<MultichannelAudio> {
  try {
    return requireValidAudio(decoder, await decoder.decode(bytes));
  } catch (cause) {
    if (cause instanceof SerError) throw cause;
    throw corruptAudio(decoder.name, `"${cause instanceof Error ? cause.message : String(cause)}"`, cause);
  }
}

/** Reports an invalid result as a fault of the file, so that a batch can skip it. */
function requireValidAudio({ name }: AudioDecoder, audio: MultichannelAudio): MultichannelAudio {
  const { channels, sampleRate } = audio;
  if (!Number.isInteger(sampleRate) || sampleRate < 1) throw corruptAudio(name, `${sampleRate} Hz`);
  const lengths = [...new Set(channels.map(({ length }) => length))];
  if (lengths.length === 1) return requireFinite(name, audio);
  const found = lengths.length === 0 ? 'no channel' : `channels of ${lengths.join(' and ')} samples`;
  throw corruptAudio(name, found);
}

function requireFinite(name: string, audio: MultichannelAudio): MultichannelAudio {
  const found = audio.channels.flatMap((samples) => samples.find((sample) => !Number.isFinite(sample)) ?? []);
  if (found.length > 0) throw corruptAudio(name, `a sample of ${found[0]}`);
  return audio;
}
