import { type AudioSource, decodeAudioBlocks, type DecodeOptions } from '@ser/audio-io';
import { LongTask } from '@ser/core';
import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import { RecognizerError } from '../errors.js';
import { type FileSource, openFile } from '../files/fileSource.js';
import { fileSystem } from '../files/fileSystem.js';
import { type FileLocation, isOnDisk, pathOf, readLocation } from '../files/readLocation.js';
import type { AudioInput } from './audioInput.js';
import { ChannelMixer, type MixedClip } from './channelMixer.js';
import { abortable } from '../items/abortable.js';
import { unreadable, withFile } from './fileErrors.js';
import { blocksOfSamples, channelsOf, isByteStream, isSampled } from './sampledAudio.js';

/**
 * Audio in any form, mixed down to one channel (the loudest one where they cancel each other), as blocks of at most a few seconds, at least one, at its own sample rate.
 * A file on disk is read in pieces, so that memory does not grow with its duration. The event loop runs between blocks.
 *
 * @throws {SerError} `invalid-audio` for an input that is not audio or contains NaN; `file-not-found`,
 *   `file-unreadable`; the codes of `decodeAnyAudio`. `file` is the location, if there is one
 */
export async function* audioBlocks(
  input: AudioInput,
  options: DecodeOptions = {},
): AsyncGenerator<MixedClip> {
  const task = new LongTask(options.signal);
  const mixer = new ChannelMixer();
  let nSamples = 0;
  for await (const block of channelBlocks(input, options)) {
    await task.pause();
    const clip = mixer.mix(block);
    requireFinite(clip, nSamples);
    nSamples += clip.samples.length;
    yield clip;
  }
}

function channelBlocks(
  input: AudioInput,
  options: DecodeOptions,
): AsyncIterable<MultichannelAudio> | Iterable<MultichannelAudio> {
  if (typeof input === 'string' || input instanceof URL) return fileBlocks(input, options);
  if (isByteStream(input)) return streamedFile(input, options);
  if (isSampled(input)) return blocksOfSamples(channelsOf(input));
  return decodeAudioBlocks(input instanceof ArrayBuffer ? new Uint8Array(input) : input, options);
}

function requireFinite({ samples }: AudioClip, nBefore: number): void {
  const index = samples.findIndex((sample) => !Number.isFinite(sample));
  if (index === -1) return;
  throw new RecognizerError(
    'invalid-audio',
    `Samples must be finite; got ${samples[index]} at index ${nBefore + index}. Check how the audio was recorded or computed.`,
  );
}

/** The whole file is read first, because the formats need to seek in it. */
async function* streamedFile(
  stream: ReadableStream<Uint8Array>,
  options: DecodeOptions,
): AsyncGenerator<MultichannelAudio> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const bytes of abortable(stream, options.signal)) parts.push(bytes as Uint8Array<ArrayBuffer>);
  yield* decodeAudioBlocks(new Blob(parts), options);
}

async function* fileBlocks(
  location: FileLocation,
  options: DecodeOptions,
): AsyncGenerator<MultichannelAudio> {
  const source = await openLocation(location, options.signal).catch((cause: unknown) => {
    options.signal?.throwIfAborted();
    throw unreadable(location, cause);
  });
  try {
    yield* decodeAudioBlocks(source, options);
  } catch (error) {
    throw withFile(location, error);
  } finally {
    if ('close' in source) await source.close();
  }
}

async function openLocation(
  location: FileLocation,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | AudioSource | FileSource> {
  signal?.throwIfAborted();
  const system = fileSystem();
  if (!system || !isOnDisk(location)) return readLocation(location, signal);
  return openFile(system, location instanceof URL ? location : pathOf(location));
}
