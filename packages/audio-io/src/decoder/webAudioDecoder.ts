import type { MultichannelAudio } from '@ser/dsp';
import { audioInfo } from '../audioInfo.js';
import { AudioError } from '../errors.js';
import { type SoundFormat, soundFormat } from '../format/soundFormat.js';
import type { AudioDecoder } from './audioDecoder.js';

interface AudioBufferLike {
  readonly sampleRate: number;
  readonly numberOfChannels: number;
  getChannelData(channel: number): Float32Array;
}

type OfflineAudioContext = new (
  nChannels: number,
  length: number,
  sampleRate: number,
) => { decodeAudioData(file: ArrayBuffer): Promise<AudioBufferLike> };

/** Formats that at least one browser decodes. */
const formats: readonly (SoundFormat | undefined)[] = [
  ...(['MP3', 'AAC', 'Ogg Vorbis', 'Ogg Opus', 'Ogg'] as const),
  ...(['M4A or MP4', 'WebM or Matroska'] as const),
];

/** In Hz, for formats whose header is not read here. Web Audio resamples to it. */
const defaultRate = 48000;

/** The browser's own decoder. Workers and Node have no `OfflineAudioContext`. */
export const webAudioDecoder: AudioDecoder = {
  name: 'Web Audio',
  recognizes: (bytes) => isWebAudioAvailable() && formats.includes(soundFormat(bytes)),
  async decode(bytes) {
    try {
      const context = new (offlineAudioContext()!)(1, 1, rateOf(bytes));
      return channelsOf(await context.decodeAudioData(bytes.slice().buffer));
    } catch (cause) {
      throw new AudioError(
        'unsupported-format',
        `Expected audio that this browser decodes, got ${soundFormat(bytes)}; the browser reports: ${String(cause)}. ` +
          'Convert it first: `ffmpeg -i in out.wav`.',
        { cause },
      );
    }
  },
};

/** Whether this is a page. */
export function isWebAudioAvailable(): boolean {
  return offlineAudioContext() !== undefined;
}

function offlineAudioContext(): OfflineAudioContext | undefined {
  return (globalThis as { OfflineAudioContext?: OfflineAudioContext }).OfflineAudioContext;
}

/** The rate of the file, if known, so that Web Audio does not resample. */
function rateOf(bytes: Uint8Array): number {
  try {
    return audioInfo(bytes).sampleRate;
  } catch {
    return defaultRate;
  }
}

function channelsOf(buffer: AudioBufferLike): MultichannelAudio {
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, i) =>
    buffer.getChannelData(i).slice(),
  );
  return { channels, sampleRate: buffer.sampleRate };
}
