import { soundFormat } from '../format/soundFormat.js';
import { parseOgg } from '../ogg/parseOgg.js';
import type { AudioDecoder } from './audioDecoder.js';
import { importDecoder } from './importDecoder.js';
import { corruptAudio, runWasmDecoder, type WasmAudio, type WasmDecoder } from './wasmDecoder.js';

type OggFileDecoder = new () => WasmDecoder & { decodeFile(bytes: Uint8Array): Promise<WasmAudio> };

/** The used part of the package `@wasm-audio-decoders/ogg-vorbis`. */
export interface OggVorbisModule {
  readonly OggVorbisDecoder: OggFileDecoder;
}

/** The used part of the package `ogg-opus-decoder`. */
export interface OggOpusModule {
  readonly OggOpusDecoder: OggFileDecoder;
}

/**
 * Decodes Ogg Vorbis with the package `@wasm-audio-decoders/ogg-vorbis`.
 *
 * @param load imports the package; by default, the installed one
 *
 * @example
 * registerDecoder(oggVorbisDecoder(() => import('@wasm-audio-decoders/ogg-vorbis'))); // in a bundled page
 */
export function oggVorbisDecoder(load: () => Promise<OggVorbisModule> = loadVorbis): AudioDecoder {
  return oggDecoder(vorbis, async () => (await load()).OggVorbisDecoder);
}

/**
 * Decodes Ogg Opus with the package `ogg-opus-decoder`, at 48000 Hz.
 *
 * @param load imports the package; by default, the installed one
 *
 * @example
 * registerDecoder(oggOpusDecoder(() => import('ogg-opus-decoder'))); // in a bundled page
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
        throw corruptAudio(format, `0 samples instead of the ${nSamples} that its pages declare`);
      }
      return {
        channels: audio.channelData.map((samples) => cutTo(nSamples, samples)),
        sampleRate: audio.sampleRate,
      };
    },
  };
}

/** For a short Opus stream, the decoder returns more samples than the last page declares: those to skip at the start. */
function cutTo(nSamples: number, samples: Float32Array): Float32Array {
  return nSamples > 0 && samples.length > nSamples ? samples.slice(0, nSamples) : samples;
}
