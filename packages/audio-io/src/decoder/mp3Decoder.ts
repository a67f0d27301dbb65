import { soundFormat } from '../format/soundFormat.js';
import { type MpegLayout, parseMpeg } from '../mpeg/parseMpeg.js';
import type { AudioDecoder } from './audioDecoder.js';
import { importDecoder } from './importDecoder.js';
import { corruptSound, runWasmDecoder, type WasmAudio, type WasmDecoder } from './wasmDecoder.js';

/** What is needed of the package `mpg123-decoder`. */
export interface Mpg123Module {
  readonly MPEGDecoder: new () => WasmDecoder & { decode(bytes: Uint8Array): WasmAudio };
}

const format = 'MP3';

/**
 * MP3 by the package `mpg123-decoder`: mpg123, which libsndfile uses too.
 *
 * The silence that an encoder says it put around the sound is cut off, as libsndfile does. A file has the channels that
 * its frames have; the package itself gives two for mono.
 *
 * @param load imports the package
 * @default load imports `mpg123-decoder` where it is installed
 *
 * @example
 * registerDecoder(mp3Decoder(() => import('mpg123-decoder'))); // in a bundled page
 */
export function mp3Decoder(load: () => Promise<Mpg123Module> = loadMpg123): AudioDecoder {
  return {
    name: format,
    recognizes: (bytes) => soundFormat(bytes) === format,
    async decode(bytes) {
      const layout = parseMpeg(bytes);
      const { MPEGDecoder } = await load();
      const audio = await runWasmDecoder(format, new MPEGDecoder(), (decoder) => decoder.decode(bytes));
      requireWhole(audio, layout);
      return { channels: audio.channelData.slice(0, layout.nChannels), sampleRate: layout.sampleRate };
    },
  };
}

function loadMpg123(): Promise<Mpg123Module> {
  return importDecoder({ format, packageName: 'mpg123-decoder' });
}

/** The bits of a lost frame may be needed by the next one too, and so leave out two. */
const framesLost = 2;

function requireWhole({ channelData, sampleRate }: WasmAudio, layout: MpegLayout): void {
  if (sampleRate !== layout.sampleRate) {
    throw corruptSound(format, `frames of ${sampleRate} Hz behind those of ${layout.sampleRate} Hz`);
  }
  const nFound = channelData[0]?.length ?? 0;
  const nLeast = layout.isCounted ? layout.nSamples - framesLost * layout.frameSamples : 1;
  if (nFound < nLeast)
    throw corruptSound(format, `${nFound} samples where its frames hold ${layout.nSamples}`);
}
