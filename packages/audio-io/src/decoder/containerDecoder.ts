import { SerError } from '@ser/core';
import type { MultichannelAudio } from '@ser/dsp';
import { collectBlocks } from '../blocks/collectBlocks.js';
import type { EncodedTrack } from '../containers/encodedTrack.js';
import { type Container, containers, tracksInfo } from '../containers/readTracks.js';
import { trackHeader } from '../containers/trackHeader.js';
import { soundFormat } from '../format/soundFormat.js';
import type { AudioDecoder } from './audioDecoder.js';
import { codedBlocks } from './codedBlocks.js';
import { trimmedBlocks } from './trimmedBlocks.js';
import { isWebAudioAvailable, webAudioDecoder } from './webAudioDecoder.js';

/**
 * Decodes WebM, MP4, and Core Audio: PCM, FLAC, and ALAC here, other codecs with the decoder of their own format.
 *
 * Browsers decode AAC in MP4 themselves, so there the file is passed to Web Audio as it is.
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

function containerOf(bytes: Uint8Array): Container | undefined {
  const format = soundFormat(bytes);
  return format === undefined ? undefined : containers[format];
}

async function* containerBlocks(
  bytes: Uint8Array,
  decoders: readonly AudioDecoder[],
): AsyncGenerator<MultichannelAudio> {
  const tracks = readOrUndefined(bytes);
  if (tracks === undefined) {
    yield await webAudioDecoder.decode(bytes);
    return;
  }
  tracksInfo(tracks); // throws unless the parts have one rate and number of channels
  const [first] = tracks;
  if (isWebAudioAvailable() && first!.codec === 'aac') yield* webAudioBlocks(bytes, first!);
  else for (const track of tracks) yield* trackBlocks(track, decoders);
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

/** Some browsers remove what the encoder added, and some do not: the length shows it. */
async function* webAudioBlocks(bytes: Uint8Array, track: EncodedTrack): AsyncGenerator<MultichannelAudio> {
  const header = trackHeader(track);
  const audio = await webAudioDecoder.decode(bytes);
  const isUntrimmed = audio.channels[0]!.length >= header.skip + header.nSamples;
  yield* trimmedBlocks([audio], track, { ...header, skip: isUntrimmed ? header.skip : 0 });
}

async function* trackBlocks(
  track: EncodedTrack,
  decoders: readonly AudioDecoder[],
): AsyncGenerator<MultichannelAudio> {
  const header = trackHeader(track);
  if (header.nSamples === 0) {
    const channels = Array.from({ length: header.nChannels }, () => new Float32Array(0));
    yield { channels, sampleRate: header.sampleRate };
    return;
  }
  const { skip, blocks } = codedBlocks(track, header, decoders);
  yield* trimmedBlocks(blocks, track, { ...header, skip });
}
