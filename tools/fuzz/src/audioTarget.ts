import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  audioInfo,
  decodeAudioBlocks,
  type Mpg123Module,
  mp3Decoder,
  oggOpusDecoder,
  type OggOpusModule,
  oggVorbisDecoder,
  type OggVorbisModule,
  registerDecoder,
} from '@ser/audio-io';
import { RandomStream } from '@ser/core';
import { below, mutate } from './mutate.js';
import { audioSeeds, type SeedFile } from './seedFiles.js';
import type { FuzzInput, Target } from './target.js';

/** Limits as a server sets them: a small file may contain hours. */
const limits = { maxSeconds: 120, maxSamples: 2 ** 22 };

/** Damaged recordings, which are decoded in blocks. */
export function audioTarget(seed: number, decoders: string | undefined): Target {
  const files = audioSeeds();
  process.env['PATH'] = ''; // ffmpeg is not ours to fuzz, and starting it takes long
  if (decoders !== undefined) registerDecoders(decoders);
  return { input: (index) => damaged(files, seed, index), read };
}

function damaged(files: readonly SeedFile[], seed: number, index: number): FuzzInput {
  const random = new RandomStream(seed, index);
  const { name, bytes } = files[index % files.length]!;
  return { name, bytes: mutate(bytes, random, files[below(files.length, random)]!.bytes) };
}

async function read({ bytes }: FuzzInput, observe: () => void): Promise<string> {
  let nSamples = 0;
  for await (const { channels } of decodeAudioBlocks(bytes, limits)) {
    nSamples += channels[0]!.length;
    for (const samples of channels) requireFinite(samples);
    observe();
  }
  return nSamples === audioInfo(bytes).nSamples
    ? 'decoded'
    : 'decoded, with another length than in its header';
}

function requireFinite(samples: Float32Array): void {
  for (let i = 0; i < samples.length; i++) {
    if (!Number.isFinite(samples[i])) throw new Error(`sample ${i} is ${samples[i]}`);
  }
}

function registerDecoders(folder: string): void {
  const load = <Module>(path: string) => import(pathToFileURL(join(folder, path)).href) as Promise<Module>;
  registerDecoder(mp3Decoder(() => load<Mpg123Module>('mpg123-decoder/index.js')));
  registerDecoder(oggOpusDecoder(() => load<OggOpusModule>('ogg-opus-decoder/index.js')));
  registerDecoder(oggVorbisDecoder(() => load<OggVorbisModule>('@wasm-audio-decoders/ogg-vorbis/index.js')));
}
