import { SerError } from '@ser/core';
import type { MultichannelAudio } from '@ser/dsp';
import { audioInfo } from './audioInfo.js';
import { decoderBlocks } from './decoder/decoderBlocks.js';
import { ownBlocks } from './decode/ownBlocks.js';
import { builtInDecoders } from './decoder/builtInDecoders.js';
import { registeredDecoders } from './decoder/registerDecoder.js';
import { recognizeFormat } from './format/recognizeFormat.js';
import { type AudioLimits, LengthLimit } from './limits.js';
import { type AudioSource, audioSource } from './source/audioSource.js';
import { type OpenFile, openReader } from './decode/openReader.js';
import type { SourceReader } from './source/sourceReader.js';

/** Options of `decodeAnyAudio` and `decodeAudioBlocks`. */
export interface DecodeOptions extends AudioLimits {
  /** Cancels decoding between two blocks; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Decodes a file of any format for which there is a decoder, in blocks of at most a few seconds, so that memory does not
 * grow with the duration.
 *
 * WAV, AIFF, and FLAC are read in pieces, also from files over 2 GiB. Of MP3 and Ogg, the compressed file is read as a
 * whole. The event loop runs between blocks. The blocks, one after the other, are what `decodeAnyAudio` returns.
 *
 * @param input bytes, a `Blob` or `File`, or a source that reads pieces of a file
 * @returns blocks of one sample rate and number of channels, at least one, which may be empty; each is yours to keep
 * @throws {SerError} as `decodeAnyAudio`, for a damaged file after the blocks before the damage
 *
 * @example
 * for await (const { channels, sampleRate } of decodeAudioBlocks(file)) draw(channels[0]);
 */
export async function* decodeAudioBlocks(
  input: Uint8Array | Blob | AudioSource,
  { signal, ...limits }: DecodeOptions = {},
): AsyncGenerator<MultichannelAudio> {
  const limit = new LengthLimit(limits);
  const file = await openReader(audioSource(input), signal);
  let nSamples = 0;
  for await (const block of blocksOf(file, limit)) {
    nSamples += block.channels[0]!.length;
    limit.require(nSamples, block.sampleRate);
    yield block;
    await file.reader.task.pause();
  }
}

async function* blocksOf({ reader, head }: OpenFile, limit: LengthLimit): AsyncGenerator<MultichannelAudio> {
  const known = [...registeredDecoders(), ...builtInDecoders];
  const decoders = known.filter((decoder) => decoder.recognizes(head));
  if (decoders.length === 0) {
    yield* readBlocks(reader, recognizeFormat(head), limit);
  } else {
    const bytes = await reader.read({ start: 0, end: reader.size });
    requireDeclared(bytes, limit);
    yield* decoderBlocks(decoders, bytes);
  }
}

async function* readBlocks(
  reader: SourceReader,
  format: ReturnType<typeof recognizeFormat>,
  limit: LengthLimit,
): AsyncGenerator<MultichannelAudio> {
  const blocks = await reader.run(ownBlocks(format, reader.size));
  const { sampleRate, nChannels } = blocks;
  limit.require(blocks.nSamples ?? 0, sampleRate);
  let isEmpty = true;
  for (let block = await reader.run(blocks.next()); block; block = await reader.run(blocks.next())) {
    isEmpty = false;
    yield block;
  }
  if (isEmpty) yield { channels: Array.from({ length: nChannels }, () => new Float32Array(0)), sampleRate };
}

/** Checks the limit before decoding, as far as the header shows the length. */
function requireDeclared(bytes: Uint8Array, limit: LengthLimit): void {
  if (limit.isUnlimited) return;
  try {
    const { nSamples, sampleRate } = audioInfo(bytes);
    limit.require(nSamples, sampleRate);
  } catch (error) {
    // whatever else is wrong with the file is the decoder's to report
    if (error instanceof SerError && error.code === 'audio-too-long') throw error;
  }
}
