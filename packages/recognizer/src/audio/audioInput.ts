import { decodeAnyAudio } from '@ser/audio-io';
import { SerError } from '@ser/core';
import { mixDown, type AudioClip, type MultichannelAudio } from '@ser/dsp';
import { RecognizerError } from '../errors.js';
import { type Place, readPlace } from '../place/readPlace.js';

/** What Web Audio's `decodeAudioData` gives; anything with these members will do. */
export interface AudioBufferLike {
  readonly sampleRate: number;
  readonly numberOfChannels: number;
  getChannelData(channel: number): Float32Array;
}

/**
 * Sound as it comes: a clip, several channels, an `AudioBuffer`; the bytes of a file, a `File` or `Blob`; or where it
 * lies: a path in Node, a URL anywhere.
 */
export type AudioInput =
  AudioClip | MultichannelAudio | AudioBufferLike | Uint8Array | ArrayBuffer | Blob | Place;

/**
 * One channel of whatever was given, at its own sample rate.
 *
 * @throws {SerError} `invalid-audio` for what is no sound, or holds NaN
 * @throws {SerError} as `decodeAnyAudio`, with the file where there is one
 */
export async function clipOf(input: AudioInput, signal?: AbortSignal): Promise<AudioClip> {
  const clip = await read(input, signal);
  const odd = clip.samples.findIndex((sample) => !Number.isFinite(sample));
  if (odd === -1) return clip;
  throw new RecognizerError(
    'invalid-audio',
    `Expected finite samples, got \`${clip.samples[odd]}\` at sample ${odd}. Check how the sound was made.`,
  );
}

async function read(input: AudioInput, signal?: AbortSignal): Promise<AudioClip> {
  if (typeof input === 'string' || input instanceof URL) return decodeFile(input, signal);
  if (input instanceof Uint8Array) return decodeBytes(input, signal);
  if (input instanceof ArrayBuffer) return decodeBytes(new Uint8Array(input), signal);
  if (input instanceof Blob) return decodeBytes(new Uint8Array(await input.arrayBuffer()), signal);
  if ('samples' in input && input.samples instanceof Float32Array) return input;
  if ('channels' in input && Array.isArray(input.channels)) return mixDown(input as MultichannelAudio);
  if ('getChannelData' in input) return mixDown(channelsOf(input));
  throw new RecognizerError(
    'invalid-audio',
    'Expected a clip ({ samples, sampleRate }), channels ({ channels, sampleRate }), the bytes of a recording, its path or URL.',
  );
}

async function decodeBytes(bytes: Uint8Array, signal?: AbortSignal): Promise<AudioClip> {
  return mixDown(await decodeAnyAudio(bytes, { signal }));
}

async function decodeFile(place: Place, signal?: AbortSignal): Promise<AudioClip> {
  const bytes = await readPlace(place, signal).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw unreadable(place, cause);
  });
  try {
    return await decodeBytes(bytes, signal);
  } catch (cause) {
    if (!(cause instanceof SerError)) throw cause;
    throw new SerError(cause.code, `${String(place)}: ${cause.message}`, { file: String(place), cause });
  }
}

function unreadable(place: Place, cause: unknown): RecognizerError {
  const file = String(place);
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new RecognizerError('file-not-found', `${file}: Expected a file, found none. Check the path.`, {
      file,
      cause,
    });
  }
  const what = code === 'EISDIR' ? 'a folder' : String(cause);
  return new RecognizerError(
    'file-unreadable',
    `${file}: Expected a readable file, got ${what}. Pass the place of one recording.`,
    { file, cause },
  );
}

function channelsOf(buffer: AudioBufferLike): MultichannelAudio {
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, i) => buffer.getChannelData(i));
  return { channels, sampleRate: buffer.sampleRate };
}
