import { decodeAnyAudio } from '@ser/audio-io';
import { SerError } from '@ser/core';
import { mixDown, type AudioClip, type MultichannelAudio } from '@ser/dsp';
import { RecognizerError } from '../errors.js';
import { type FileLocation, readLocation } from '../files/readLocation.js';

/** Web Audio's `AudioBuffer`, or any object with these members. */
export interface AudioBufferLike {
  readonly sampleRate: number;
  readonly numberOfChannels: number;
  getChannelData(channel: number): Float32Array;
}

/**
 * Audio in any form: a clip, several channels, or an `AudioBuffer`; the bytes of a file, a `File` or `Blob`; or the
 * location of a file: a path in Node, a URL anywhere.
 */
export type AudioInput =
  AudioClip | MultichannelAudio | AudioBufferLike | Uint8Array | ArrayBuffer | Blob | FileLocation;

/**
 * Reads, decodes, and mixes down audio to one channel, at its own sample rate.
 *
 * @throws {SerError} `invalid-audio` for an input that is not audio or contains NaN; `file-not-found`,
 *   `file-unreadable`; the codes of `decodeAnyAudio`. `file` is the location, if there is one
 */
export async function clipOf(input: AudioInput, signal?: AbortSignal): Promise<AudioClip> {
  const clip = await read(input, signal);
  const index = clip.samples.findIndex((sample) => !Number.isFinite(sample));
  if (index === -1) return clip;
  throw new RecognizerError(
    'invalid-audio',
    `Samples must be finite; got ${clip.samples[index]} at index ${index}. Check how the audio was recorded or computed.`,
  );
}

async function read(input: AudioInput, signal?: AbortSignal): Promise<AudioClip> {
  if (typeof input === 'string' || input instanceof URL) return decodeFile(input, signal);
  if (input instanceof Uint8Array) return decodeBytes(input, signal);
  if (input instanceof ArrayBuffer) return decodeBytes(new Uint8Array(input), signal);
  if (input instanceof Blob) return decodeBytes(new Uint8Array(await input.arrayBuffer()), signal);
  if ('samples' in input && input.samples instanceof Float32Array) return input;
  if ('channels' in input && Array.isArray(input.channels)) return mixDown(input);
  if ('getChannelData' in input) return mixDown(channelsOf(input));
  throw new RecognizerError(
    'invalid-audio',
    `Audio must be a clip ({ samples, sampleRate }), channels ({ channels, sampleRate }), the bytes of a file, or its path or URL; got an object with ${Object.keys(input).join(', ') || 'no fields'}.`,
  );
}

async function decodeBytes(bytes: Uint8Array, signal?: AbortSignal): Promise<AudioClip> {
  return mixDown(await decodeAnyAudio(bytes, { signal }));
}

async function decodeFile(location: FileLocation, signal?: AbortSignal): Promise<AudioClip> {
  const bytes = await readLocation(location, signal).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw unreadable(location, cause);
  });
  try {
    return await decodeBytes(bytes, signal);
  } catch (cause) {
    if (!(cause instanceof SerError)) throw cause;
    throw new SerError(cause.code, `${String(location)}: ${cause.message}`, {
      file: String(location),
      cause,
    });
  }
}

function unreadable(location: FileLocation, cause: unknown): RecognizerError {
  const file = String(location);
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new RecognizerError('file-not-found', `${file}: The file does not exist. Check the path.`, {
      file,
      cause,
    });
  }
  const what = code === 'EISDIR' ? 'is a folder' : `cannot be read: ${String(cause)}`;
  return new RecognizerError(
    'file-unreadable',
    `${file}: The file ${what}. Pass the path or URL of one recording.`,
    { file, cause },
  );
}

function channelsOf(buffer: AudioBufferLike): MultichannelAudio {
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, i) => buffer.getChannelData(i));
  return { channels, sampleRate: buffer.sampleRate };
}
