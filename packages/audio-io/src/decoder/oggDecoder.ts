import type { MultichannelAudio } from '@ser/dsp';
import { collectBlocks } from '../blocks/collectBlocks.js';
import { soundFormat } from '../format/soundFormat.js';
import { requireSameShape } from '../ogg/chained.js';
import { type OggStream, oggStreams } from '../ogg/oggStreams.js';
import { joinBytes } from '../ogg/packets.js';
import { pagePieces } from '../ogg/pagePieces.js';
import { streamLayout } from '../ogg/parseOgg.js';
import type { AudioDecoder } from './audioDecoder.js';
import { DeclaredStream } from './declaredStream.js';
import { importDecoder } from './importDecoder.js';
import { wasmBlocks, type WasmAudio, type WasmDecoder, type WasmInput } from './wasmDecoder.js';

type OggFileDecoder = new () => OggPageDecoder;

interface OggPageDecoder extends WasmDecoder {
  decodeFile(bytes: Uint8Array): Promise<WasmAudio>;
  decode(bytes: Uint8Array): Promise<WasmAudio>;
  flush(): Promise<WasmAudio>;
}

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
  const decodeBlocks = (bytes: Uint8Array) => decodeOgg(format, bytes, load);
  return {
    name: format,
    recognizes: (bytes) => soundFormat(bytes) === format,
    decode: (bytes) => collectBlocks(decodeBlocks(bytes)),
    decodeBlocks,
  };
}

async function* decodeOgg(
  format: string,
  bytes: Uint8Array,
  load: () => Promise<OggFileDecoder>,
): AsyncGenerator<MultichannelAudio> {
  const streams = oggStreams(bytes);
  const layouts = streams.map(streamLayout);
  requireSameShape(layouts);
  const Decoder = await load();
  for (const [i, stream] of streams.entries()) {
    const part = new DeclaredStream(format, layouts[i]!);
    for await (const audio of wasmBlocks(format, new Decoder(), inputOf(stream))) yield part.next(audio);
    part.end();
  }
}

/** Streams up to this size, in bytes, are decoded at once. */
const shortStream = 1 << 16;

/** `undefined` is the end of the stream. */
function inputOf(stream: OggStream): WasmInput<OggPageDecoder, Uint8Array | undefined> {
  const size = stream.reduce((sum, page) => sum + page.bytes.length, 0);
  if (size <= shortStream) {
    const whole = joinBytes(stream.map((page) => page.bytes));
    return { pieces: [whole], decode: (decoder) => decoder.decodeFile(whole) };
  }
  return {
    pieces: pagePieces(stream),
    decode: (decoder, piece) => (piece ? decoder.decode(piece) : decoder.flush()),
  };
}
