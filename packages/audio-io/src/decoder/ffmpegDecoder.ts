import type { MultichannelAudio } from '@ser/dsp';
import { audioInfo } from '../audioInfo.js';
import { collectBlocks } from '../blocks/collectBlocks.js';
import { AudioError } from '../errors.js';
import { soundFormat } from '../format/soundFormat.js';
import type { AudioInfo } from '../header/audioInfo.js';
import { PcmStream } from '../pcm/pcmStream.js';
import type { AudioDecoder } from './audioDecoder.js';
import { deinterleaved } from './deinterleaved.js';
import { canRunPrograms, programOutput } from './programOutput.js';
import { corruptAudio } from './wasmDecoder.js';

/** The demuxer of ffmpeg for each format. It is named, so that ffmpeg does not guess it from the content. */
const demuxers: Readonly<Record<string, string>> = { AAC: 'aac', AMR: 'amr' };

/**
 * Decodes AAC and AMR with the program `ffmpeg`, in Node, where it is on the PATH. It reads the file from its standard
 * input and opens no other file or address.
 */
export const ffmpegDecoder: AudioDecoder = {
  name: 'ffmpeg',
  recognizes: (bytes) => demuxerOf(bytes) !== undefined,
  decode: (bytes) => collectBlocks(ffmpegBlocks(bytes)),
  decodeBlocks: ffmpegBlocks,
};

function demuxerOf(bytes: Uint8Array): string | undefined {
  return demuxers[soundFormat(bytes) ?? ''];
}

async function* ffmpegBlocks(bytes: Uint8Array): AsyncGenerator<MultichannelAudio> {
  const info = audioInfo(bytes);
  if (!canRunPrograms()) throw notHere(bytes);
  const output = programOutput('ffmpeg', argumentsOf(demuxerOf(bytes)!, info), bytes);
  yield* exactly(info, samplesOf(output, bytes, info));
}

function argumentsOf(demuxer: string, { sampleRate, nChannels }: AudioInfo): readonly string[] {
  return [
    ...[
      '-nostdin',
      '-v',
      'error',
      '-protocol_whitelist',
      'pipe',
      '-f',
      demuxer,
      '-i',
      'pipe:0',
      '-map',
      '0:a:0',
    ],
    ...['-ar', String(sampleRate), '-ac', String(nChannels), '-f', 'f32le', 'pipe:1'],
  ];
}

async function* samplesOf(
  output: AsyncIterable<Uint8Array>,
  bytes: Uint8Array,
  { nChannels, sampleRate }: AudioInfo,
): AsyncGenerator<MultichannelAudio> {
  const pcm = new PcmStream({ format: 'f32le' });
  let rest: Float32Array = new Float32Array(0);
  try {
    for await (const piece of output) {
      const samples = joined(rest, pcm.push(piece));
      const nComplete = samples.length - (samples.length % nChannels);
      rest = samples.slice(nComplete);
      yield { channels: deinterleaved(samples.subarray(0, nComplete), nChannels), sampleRate };
    }
  } catch (error) {
    if (isMissing(error)) throw notInstalled(bytes, error);
    throw error instanceof AudioError ? error : corruptAudio(soundFormat(bytes)!, String(error), error);
  }
}

/** Frames that ffmpeg may not give: two that it needs to start, and two damaged ones. */
const maxLost = 4096;

/** As many samples as the header declares; up to {@link maxLost} missing ones are zeros. */
async function* exactly(
  { nSamples, nChannels, sampleRate }: AudioInfo,
  blocks: AsyncIterable<MultichannelAudio>,
): AsyncGenerator<MultichannelAudio> {
  let nFound = 0;
  for await (const { channels } of blocks) {
    const length = Math.min(channels[0]!.length, nSamples - nFound);
    nFound += length;
    if (length > 0) yield { channels: channels.map((samples) => samples.subarray(0, length)), sampleRate };
  }
  const nMissing = nSamples - nFound;
  if (nMissing > maxLost || (nFound === 0 && nSamples > 0)) {
    throw corruptAudio('AAC or AMR', `${nFound} samples instead of the ${nSamples} of its frames`);
  }
  yield { channels: Array.from({ length: nChannels }, () => new Float32Array(nMissing)), sampleRate };
}

function joined(first: Float32Array, second: Float32Array): Float32Array {
  if (first.length === 0) return second;
  const both = new Float32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES');
}

function notInstalled(bytes: Uint8Array, cause: unknown): AudioError {
  return new AudioError(
    'decoder-not-installed',
    `Expected a decoder for ${soundFormat(bytes)}, found none: the program \`ffmpeg\` is not on the PATH. ` +
      'Install it, or convert the file first, on any computer: `ffmpeg -i in out.wav`.',
    { cause },
  );
}

function notHere(bytes: Uint8Array): AudioError {
  return new AudioError(
    'decoder-not-installed',
    `Expected a decoder for ${soundFormat(bytes)}, found none: workers have no \`decodeAudioData\`. ` +
      'Decode the file in the page with `decodeAnyAudio`, and pass `{ samples, sampleRate }` to the worker.',
  );
}
