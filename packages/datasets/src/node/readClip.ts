import { type FileHandle, open } from 'node:fs/promises';
import { type AudioSource, decodeAnyAudio, decodeAudioBlocks } from '@ser/audio-io';
import { readAudio } from '@ser/audio-io/node';
import { SerError } from '@ser/core';
import { type AudioClip, mixDown, resample } from '@ser/dsp';
import { DatasetError } from '../errors.js';
import { pcmLayout, type PcmLayout } from './pcmPart.js';

/** Which part of a file to read, and how. */
export interface ReadClipOptions {
  /** Start of the part, in seconds. @default 0 */
  readonly start?: number | undefined;
  /** End of the part, in seconds; beyond the end of the file it is that. @default the end of the file */
  readonly end?: number | undefined;
  /** Sample rate to convert to, an integer in Hz. @default the rate of the file */
  readonly sampleRate?: number | undefined;
  /** Longest file to read as a whole, in seconds. @default no limit */
  readonly maxSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a recording, or the part of it that an utterance names, mixed down to one channel. Of WAV and AIFF files, only the
 * part is read; other files are decoded up to its end.
 *
 * @throws {SerError} with `file` set: as `readAudio`; `part-not-found` if the part begins after the end of the file
 *
 * @example
 * const clip = await readClip(utterance.path, { ...utterance, sampleRate: 16000 });
 */
export async function readClip(file: string, options: ReadClipOptions = {}): Promise<AudioClip> {
  const { start = 0, end, sampleRate, maxSeconds, signal } = options;
  if (start === 0 && end === undefined) {
    const rate = sampleRate !== undefined && { sampleRate };
    return readAudio(file, { ...rate, maxSeconds, ...(signal && { signal }) });
  }
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return readAudio(file); // fails with the error that says why
  try {
    const clip = await readPart(await sourceOf(handle), { start, end: end ?? Infinity, signal });
    if (clip.samples.length === 0) throw noSuchPart(start);
    return sampleRate === undefined ? clip : resample(clip, { sampleRate });
  } catch (error) {
    if (!(error instanceof SerError)) throw error;
    const message = `${file}: ${error.message}`;
    throw new SerError<string>(String(error.code), message, { file, cause: error });
  } finally {
    await handle.close();
  }
}

interface Part {
  /** In seconds. */
  readonly start: number;
  /** In seconds; infinite for the end of the file. */
  readonly end: number;
  readonly signal: AbortSignal | undefined;
}

async function readPart(source: AudioSource, part: Part): Promise<AudioClip> {
  const layout = await pcmLayout(source);
  return layout ? readPcm(source, layout, part) : decodePart(source, part);
}

async function readPcm(
  source: AudioSource,
  layout: PcmLayout,
  { start, end, signal }: Part,
): Promise<AudioClip> {
  const { sampleRate, frameSize, dataStart, nFrames, headerFor } = layout;
  const first = Math.min(Math.round(start * sampleRate), nFrames);
  const last = Math.max(first, Math.min(Math.round(end * sampleRate), nFrames));
  if (first === last) throw noSuchPart(start);
  const samples = await source.read(dataStart + first * frameSize, dataStart + last * frameSize);
  const header = headerFor(samples.length);
  const bytes = new Uint8Array(header.length + samples.length);
  bytes.set(header);
  bytes.set(samples, header.length);
  return mixDown(await decodeAnyAudio(bytes, { signal }));
}

async function decodePart(source: AudioSource, { start, end, signal }: Part): Promise<AudioClip> {
  const parts: Float32Array[] = [];
  let position = 0;
  let sampleRate = 0;
  for await (const block of decodeAudioBlocks(source, { signal })) {
    ({ sampleRate } = block);
    const { samples } = mixDown(block);
    const first = Math.max(0, Math.round(start * sampleRate) - position);
    const last = Math.round(end * sampleRate) - position;
    if (first < samples.length) parts.push(samples.subarray(first, Math.max(first, last)));
    position += samples.length;
    if (last <= samples.length) break;
  }
  return { samples: joined(parts), sampleRate };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const part of parts) {
    all.set(part, position);
    position += part.length;
  }
  return all;
}

function noSuchPart(start: number): DatasetError {
  return new DatasetError(
    'part-not-found',
    `The part must begin before the end of the recording; got a start of ${start} s. Correct \`start\`.`,
  );
}

async function sourceOf(handle: FileHandle): Promise<AudioSource> {
  const { size } = await handle.stat();
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
        if (bytesRead === 0) return bytes.subarray(0, done); // the file has become shorter
        done += bytesRead;
      }
      return bytes;
    },
  };
}
