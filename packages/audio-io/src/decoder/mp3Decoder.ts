import type { MultichannelAudio } from '@ser/dsp';
import { collectBlocks } from '../blocks/collectBlocks.js';
import { pieces } from '../bytes/pieces.js';
import { soundFormat } from '../format/soundFormat.js';
import { type MpegLayout, parseMpeg } from '../mpeg/parseMpeg.js';
import { readNow } from '../source/reading.js';
import { isMp3InWav, mp3InWav } from '../wav/mp3InWav.js';
import { withBitRate } from '../mpeg/withBitRate.js';
import type { AudioDecoder } from './audioDecoder.js';
import { importDecoder } from './importDecoder.js';
import { corruptAudio, wasmBlocks, type WasmAudio, type WasmDecoder } from './wasmDecoder.js';

/** The used part of the package `mpg123-decoder`. */
export interface Mpg123Module {
  readonly MPEGDecoder: new () => WasmDecoder & { decode(bytes: Uint8Array): WasmAudio };
}

const format = 'MP3';

/**
 * Decodes MP3, also in WAV, with the package `mpg123-decoder`: mpg123, which libsndfile uses too.
 *
 * The silence that the encoder declares to have added is removed, as in libsndfile. A mono file has one channel, although
 * the package returns two.
 *
 * @param load imports the package; by default, the installed one
 *
 * @example
 * registerDecoder(mp3Decoder(() => import('mpg123-decoder'))); // in a bundled page
 */
export function mp3Decoder(load: () => Promise<Mpg123Module> = loadMpg123): AudioDecoder {
  const decodeBlocks = (file: Uint8Array) => decodeMp3(file, load);
  return {
    name: format,
    recognizes: (bytes) => soundFormat(bytes) === format || readNow(bytes, isMp3InWav(bytes.length)),
    decode: (file) => collectBlocks(decodeBlocks(file)),
    decodeBlocks,
  };
}

/** Bytes that are decoded at once: about two seconds. */
const pieceSize = 1 << 15;

async function* decodeMp3(
  file: Uint8Array,
  load: () => Promise<Mpg123Module>,
): AsyncGenerator<MultichannelAudio> {
  const bytes = mp3InWav(file) ?? file;
  const layout = parseMpeg(bytes);
  const frames = withBitRate(bytes.subarray(layout.start));
  const { MPEGDecoder } = await load();
  const input = {
    pieces: pieces(frames, pieceSize),
    decode: (decoder: InstanceType<typeof MPEGDecoder>, piece: Uint8Array) => decoder.decode(piece),
  };
  let nFound = 0;
  for await (const audio of wasmBlocks(format, new MPEGDecoder(), input)) {
    const block = asDeclared(audio, layout);
    if (block === undefined) continue;
    nFound += block.channels[0]!.length;
    yield block;
  }
  requireWhole(nFound, layout);
  if (nFound === 0) yield noAudio(layout);
}

function noAudio({ nChannels, sampleRate }: MpegLayout): MultichannelAudio {
  return { channels: Array.from({ length: nChannels }, () => new Float32Array(0)), sampleRate };
}

function loadMpg123(): Promise<Mpg123Module> {
  return importDecoder({ format, packageName: 'mpg123-decoder' });
}

/** Frames that may be missing: a lost frame may contain bits of the next one, so two are lost together. */
const maxLostFrames = 2;

function requireWhole(nFound: number, layout: MpegLayout): void {
  const nLeast = layout.isCounted ? layout.nSamples - maxLostFrames * layout.frameSamples : 1;
  if (nFound < nLeast) {
    throw corruptAudio(format, `${nFound} samples instead of the ${layout.nSamples} in its frames`);
  }
}

/** Decoded audio with the channels of the file; `undefined` if a piece completes no frame. */
function asDeclared(
  { channelData, sampleRate }: WasmAudio,
  layout: MpegLayout,
): MultichannelAudio | undefined {
  const channels = channelData.slice(0, layout.nChannels);
  if (channels.length === 0 || channels[0]!.length === 0) return undefined;
  if (sampleRate === layout.sampleRate) return { channels, sampleRate };
  throw corruptAudio(format, `frames of ${sampleRate} Hz after frames of ${layout.sampleRate} Hz`);
}
