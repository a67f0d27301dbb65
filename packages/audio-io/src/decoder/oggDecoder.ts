import { soundFormat } from '../format/soundFormat.js';
import { parseOgg } from '../ogg/parseOgg.js';
import type { AudioDecoder } from './audioDecoder.js';
import { importDecoder } from './importDecoder.js';
import { corruptSound, runWasmDecoder, type WasmAudio, type WasmDecoder } from './wasmDecoder.js';

type OggFileDecoder = new () => WasmDecoder & { decodeFile(bytes: Uint8Array): Promise<WasmAudio> };

/** What is needed of the package `@wasm-audio-decoders/ogg-vorbis`. */
export interface OggVorbisModule {
  readonly OggVorbisDecoder: OggFileDecoder;
}

/** What is needed of the package `ogg-opus-decoder`. */
export interface OggOpusModule {
  readonly OggOpusDecoder: OggFileDecoder;
}

/**
 * Ogg Vorbis by the package `@wasm-audio-decoders/ogg-vorbis`.
 *
 * @param load imports the package
 * @default load imports it where it is installed
 */
export function oggVorbisDecoder(load: () => Promise<OggVorbisModule> = loadVorbis): AudioDecoder {
  return oggDecoder(vorbis, async () => (await load()).OggVorbisDecoder);
}

/**
 * Ogg Opus by the package `ogg-opus-decoder`, at 48000 Hz.
 *
 * @param load imports the package
 * @default load imports it where it is installed
 */
export function oggOpusDecoder(load: () => Promise<OggOpusModule> = loadOpus): AudioDecoder {
  return oggDecoder(opus, async () => (await load()).OggOpusDecoder);
}

const vorbis = { format: 'Ogg Vorbis', packageName: '@wasm-audio-decoders/ogg-vorbis' } as const;
const opus = { format: 'Ogg Opus', packageName: 'ogg-opus-decoder' } as const;

function loadVorbis(): Promise<OggVorbisModule> {
  return importDecoder(vorbis);
}

function loadOpus(): Promise<OggOpusModule> {
  return importDecoder(opus);
}

function oggDecoder(
  { format }: typeof vorbis | typeof opus,
  load: () => Promise<OggFileDecoder>,
): AudioDecoder {
  return {
    name: format,
    recognizes: (bytes) => soundFormat(bytes) === format,
    async decode(bytes) {
      const { nSamples } = parseOgg(bytes);
      const Decoder = await load();
      const audio = await runWasmDecoder(format, new Decoder(), (decoder) => decoder.decodeFile(bytes));
      const nFound = audio.channelData[0]?.length ?? 0;
      if (nFound === 0 && nSamples > 0) {
        throw corruptSound(format, `0 samples where its pages hold ${nSamples}`);
      }
      return {
        channels: audio.channelData.map((samples) => cutTo(nSamples, samples)),
        sampleRate: audio.sampleRate,
      };
    },
  };
}

/** A short stream of Opus comes back longer than its last page says, by the samples that were skipped in front. */
function cutTo(nSamples: number, samples: Float32Array): Float32Array {
  return nSamples > 0 && samples.length > nSamples ? samples.slice(0, nSamples) : samples;
}
