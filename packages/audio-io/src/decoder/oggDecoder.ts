import { soundFormat } from '../format/soundFormat.js';
import type { MultichannelAudio } from '@ser/dsp';
import { joined, requireSameShape } from '../ogg/chained.js';
import { oggStreams } from '../ogg/oggStreams.js';
import { joinBytes } from '../ogg/packets.js';
import { type OggLayout, streamLayout } from '../ogg/parseOgg.js';
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
      const streams = oggStreams(bytes);
      const layouts = streams.map(streamLayout);
      requireSameShape(layouts);
      const Decoder = await load();
      const parts: MultichannelAudio[] = [];
      for (const [i, stream] of streams.entries()) {
        const pages = joinBytes(stream.map((page) => page.bytes));
        const audio = await runWasmDecoder(format, new Decoder(), (decoder) => decoder.decodeFile(pages));
        parts.push(asDeclared(format, audio, layouts[i]!));
      }
      return joined(parts);
    },
  };
}

/** Samples that may be missing at the end of a stream: two of the longest blocks. */
const maxLostSamples = 16384;

/** Compares the decoded audio with the header, cuts it to the declared length, and applies the gain. */
function asDeclared(format: string, audio: WasmAudio, layout: OggLayout): MultichannelAudio {
  const { channelData, sampleRate } = audio;
  const { nSamples, nChannels, gain } = layout;
  const nFound = channelData[0]?.length ?? 0;
  if (nSamples > 0 && (nFound === 0 || nFound < nSamples - maxLostSamples)) {
    throw corruptAudio(format, `${nFound} samples instead of the ${nSamples} that its pages declare`);
  }
  if (nFound > 0 && (sampleRate !== layout.sampleRate || channelData.length !== nChannels)) {
    throw corruptAudio(
      format,
      `${channelData.length} channels at ${sampleRate} Hz instead of ${nChannels} at ${layout.sampleRate} Hz`,
    );
  }
  if (channelData.length > nChannels) throw corruptAudio(format, `${channelData.length} channels`);
  const channels = channelData.map((samples) => amplified(cutTo(nSamples, samples), gain));
  return { channels, sampleRate };
}

function amplified(samples: Float32Array, gain: number): Float32Array {
  return gain === 1 ? samples : samples.map((sample) => sample * gain);
}

/** For a short Opus stream, the decoder returns more samples than the last page declares: those to skip at the start. */
function cutTo(nSamples: number, samples: Float32Array): Float32Array {
  return nSamples > 0 && samples.length > nSamples ? samples.slice(0, nSamples) : samples;
}
