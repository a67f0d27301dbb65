import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import { AudioError } from '../errors.js';
import { encodeWav } from '../wav/encodeWav.js';
import type { EncodeWavOptions } from '../wav/encodeWavOptions.js';
import { SampleEncoder } from '../wav/sampleEncoder.js';
import { namingFile } from './namingFile.js';

/**
 * Writes a WAV file. An existing file of that name is replaced.
 *
 * @param audio a clip, channels, or blocks of channels, which are written as they come: memory does not grow with the
 *   duration. A file of blocks appears when it is complete
 * @throws {SerError} with `file` set: `file-unwritable`, or as `encodeWav`; an error of the blocks as it is
 *
 * @example
 * await writeWav('quiet.wav', { samples: new Float32Array(16000), sampleRate: 16000 });
 * await writeWav('copy.wav', readAudioBlocks('meeting.flac'));
 */
export async function writeWav(
  path: string,
  audio: AudioClip | MultichannelAudio | AsyncIterable<MultichannelAudio>,
  options: EncodeWavOptions = {},
): Promise<void> {
  if (Symbol.asyncIterator in audio) return writeBlocks(path, audio, options);
  const bytes = await namingFile(path, () => encodeWav(audio, options));
  await writing(path, () => writeFile(path, bytes));
}

async function writeBlocks(
  path: string,
  blocks: AsyncIterable<MultichannelAudio>,
  options: EncodeWavOptions,
): Promise<void> {
  const encoder = await namingFile(path, () => new SampleEncoder(options));
  const incomplete = `${path}.part`;
  const file = await writing(path, () => open(incomplete, 'w'));
  try {
    try {
      await writeSamples(path, file, { blocks, encoder });
    } finally {
      await file.close();
    }
    await writing(path, () => rename(incomplete, path));
  } catch (error) {
    await rm(incomplete, { force: true });
    throw error;
  }
}

interface BlockInput {
  readonly blocks: AsyncIterable<MultichannelAudio>;
  readonly encoder: SampleEncoder;
}

/** Writes the samples after a header without a length, and then the header with the length. */
async function writeSamples(path: string, file: FileHandle, { blocks, encoder }: BlockInput): Promise<void> {
  let nSamples = 0;
  let nBytes = 0;
  let shape = { nChannels: 1, sampleRate: 1 };
  const header = (length: number) => namingFile(path, () => encoder.header({ ...shape, nSamples: length }));
  for await (const { channels, sampleRate } of blocks) {
    if (nBytes === 0) {
      shape = { nChannels: channels.length, sampleRate };
      nBytes = await append(path, file, await header(0));
    }
    nSamples += channels[0]!.length;
    await header(nSamples);
    nBytes += await append(path, file, await namingFile(path, () => encoder.encode(channels)));
  }
  const complete = await header(nSamples);
  if (nBytes % 2 === 1) await append(path, file, Uint8Array.of(0));
  await writing(path, () => file.write(complete, 0, complete.length, 0));
}

async function append(path: string, file: FileHandle, bytes: Uint8Array): Promise<number> {
  await writing(path, () => file.appendFile(bytes));
  return bytes.length;
}

async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new AudioError(
      'file-unwritable',
      `${path}: Expected a writable path, got ${String(cause)}. Create its folder first.`,
      { file: path, cause },
    );
  }
}
