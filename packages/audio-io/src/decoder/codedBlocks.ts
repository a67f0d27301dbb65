import type { MultichannelAudio } from '@ser/dsp';
import { alacBlocks } from '../alac/alacBlocks.js';
import type { BlockReader } from '../blocks/blockReader.js';
import { decoderBlocks } from './decoderBlocks.js';
import { elementaryStream } from '../containers/elementaryStream.js';
import type { EncodedTrack } from '../containers/encodedTrack.js';
import { nativeFlac } from '../containers/nativeFlac.js';
import type { TrackHeader } from '../containers/trackHeader.js';
import { flacBlocks } from '../flac/flacBlocks.js';
import { PcmBlocks } from '../pcm/pcmBlocks.js';
import { readNow } from '../source/reading.js';
import type { AudioDecoder } from './audioDecoder.js';

/** A track as blocks, and how many samples of them are to be dropped at the start. */
export interface CodedBlocks {
  readonly skip: number;
  readonly blocks: AsyncIterable<MultichannelAudio> | Iterable<MultichannelAudio>;
}

/** Decodes all packets of a track. */
export function codedBlocks(
  track: EncodedTrack,
  header: TrackHeader,
  decoders: readonly AudioDecoder[],
): CodedBlocks {
  const { skip } = header;
  const { codec, setup, packets } = track;
  if (codec === 'alac') return { skip, blocks: alacBlocks({ cookie: setup, packets }) };
  if (codec === 'pcm') return { skip, blocks: pcmBlocks(track, header) };
  if (codec === 'flac') {
    const file = nativeFlac(track);
    return { skip, blocks: readerBlocks(file, readNow(file, flacBlocks(file.length))) };
  }
  const elementary = elementaryStream(track, header);
  const known = decoders.filter((decoder) => decoder.recognizes(elementary.bytes));
  return { skip: elementary.skip, blocks: decoderBlocks(known, elementary.bytes) };
}

function pcmBlocks({ pcm, packets }: EncodedTrack, header: TrackHeader): Generator<MultichannelAudio> {
  const { sampleRate, nChannels } = header;
  const bytes = packets.joined();
  const nSamples = Math.floor(bytes.length / (pcm!.bytesPerSample * nChannels));
  return readerBlocks(bytes, new PcmBlocks({ ...pcm!, sampleRate, nChannels, nSamples, dataStart: 0 }));
}

function* readerBlocks(bytes: Uint8Array, reader: BlockReader): Generator<MultichannelAudio> {
  for (let block = readNow(bytes, reader.next()); block; block = readNow(bytes, reader.next())) yield block;
}
