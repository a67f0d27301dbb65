import { soundFormat } from '../format/soundFormat.js';
import { type MpegLayout, parseMpeg } from '../mpeg/parseMpeg.js';
import { mp3InWav } from '../wav/mp3InWav.js';
import { withBitRate } from '../mpeg/withBitRate.js';
import type { AudioDecoder } from './audioDecoder.js';
import { importDecoder } from './importDecoder.js';
import { corruptAudio, runWasmDecoder, type WasmAudio, type WasmDecoder } from './wasmDecoder.js';

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
  return {
    name: format,
    recognizes: (bytes) => soundFormat(bytes) === format || mp3InWav(bytes) !== undefined,
    async decode(file) {
      const bytes = mp3InWav(file) ?? file;
      const layout = parseMpeg(bytes);
      const frames = withBitRate(bytes.subarray(layout.start));
      const { MPEGDecoder } = await load();
      const audio = await runWasmDecoder(format, new MPEGDecoder(), (decoder) => decoder.decode(frames));
      requireWhole(audio, layout);
      return { channels: audio.channelData.slice(0, layout.nChannels), sampleRate: layout.sampleRate };
    },
  };
}

function loadMpg123(): Promise<Mpg123Module> {
  return importDecoder({ format, packageName: 'mpg123-decoder' });
}

/** Frames that may be missing: a lost frame may contain bits of the next one, so two are lost together. */
const maxLostFrames = 2;

function requireWhole({ channelData, sampleRate }: WasmAudio, layout: MpegLayout): void {
  if (sampleRate !== layout.sampleRate) {
    throw corruptAudio(format, `frames of ${sampleRate} Hz after frames of ${layout.sampleRate} Hz`);
  }
  const nFound = channelData[0]?.length ?? 0;
  const nLeast = layout.isCounted ? layout.nSamples - maxLostFrames * layout.frameSamples : 1;
  if (nFound < nLeast) {
    throw corruptAudio(format, `${nFound} samples instead of the ${layout.nSamples} in its frames`);
  }
}
