import type { MultichannelAudio } from '@ser/dsp';
import { alacBlocks } from '../alac/decodeAlac.js';
import type { BlockReader } from '../blocks/blockReader.js';
import { collectBlocks } from '../blocks/collectBlocks.js';
import { unsupportedContent } from '../containers/containerErrors.js';
import { elementaryStream } from '../containers/elementaryStream.js';
import type { EncodedTrack } from '../containers/encodedTrack.js';
import { nativeFlac } from '../containers/nativeFlac.js';
import { containers, tracksInfo } from '../containers/readTracks.js';
import { trackHeader, type TrackHeader } from '../containers/trackHeader.js';
import { SerError } from '@ser/core';
import { flacBlocks } from '../flac/flacBlocks.js';
import { soundFormat } from '../format/soundFormat.js';
import { PcmBlocks } from '../pcm/pcmBlocks.js';
import { readNow } from '../source/reading.js';
import type { AudioDecoder } from './audioDecoder.js';
import { blocksOf } from './blocksOf.js';
import { trimmedBlocks } from './trimmedBlocks.js';
import { isWebAudioAvailable, webAudioDecoder } from './webAudioDecoder.js';

/**
 * Decodes WebM, MP4, and Core Audio: PCM, FLAC, and ALAC here, other codecs with the decoder of their own format.
 *
 * Browsers decode AAC of MP4 themselves, so that it is passed to Web Audio as it is.
 *
 * @param decoders the decoders of other formats, in order
 */
export function containerDecoder(decoders: () => readonly AudioDecoder[]): AudioDecoder {
  const decodeBlocks = (bytes: Uint8Array) => containerBlocks(bytes, decoders());
  return {
    name: 'container',
    recognizes: (bytes) => containerOf(bytes) !== undefined,
    decode: (bytes) => collectBlocks(decodeBlocks(bytes)),
    decodeBlocks,
  };
}

function containerOf(bytes: Uint8Array): (typeof containers)[keyof typeof containers] {
  const format = soundFormat(bytes);
  return format === undefined ? undefined : containers[format];
}

async function* containerBlocks(
  bytes: Uint8Array,
  decoders: readonly AudioDecoder[],
): AsyncGenerator<MultichannelAudio> {
  const tracks = readOrUndefined(bytes);
  if (tracks === undefined || (isWebAudioAvailable() && tracks[0]!.codec === 'aac')) {
    yield await webAudioDecoder.decode(bytes);
    return;
  }
  tracksInfo(tracks);
  for (const track of tracks) yield* trackBlocks(track, decoders);
}

/** The tracks; `undefined` if they have a codec that only a browser may decode. */
function readOrUndefined(bytes: Uint8Array): readonly EncodedTrack[] | undefined {
  try {
    return containerOf(bytes)!.read(bytes);
  } catch (error) {
    const isUnknown = error instanceof SerError && error.code === 'unsupported-format';
    if (isUnknown && isWebAudioAvailable()) return undefined;
    throw error;
  }
}

async function* trackBlocks(
  track: EncodedTrack,
  decoders: readonly AudioDecoder[],
): AsyncGenerator<MultichannelAudio> {
  const header = trackHeader(track);
  if (header.nSamples === 0) {
    const channels = Array.from({ length: header.nChannels }, () => new Float32Array(0));
    yield { channels, sampleRate: header.sampleRate };
  } else yield* trimmedBlocks(codedBlocks(track, header, decoders), track, header);
}
