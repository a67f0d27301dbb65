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

/** What some browser or other decodes. */
const formats: readonly (SoundFormat | undefined)[] = [
  ...(['MP3', 'AAC', 'Ogg Vorbis', 'Ogg Opus', 'Ogg'] as const),
  ...(['M4A or MP4', 'WebM or Matroska'] as const),
];

/** In Hz, where the header of the format is not read here. Web Audio resamples to it. */
const usualRate = 48000;

/** Whatever the browser itself decodes, where there is one; workers and Node have no `OfflineAudioContext`. */
export const webAudioDecoder: AudioDecoder = {
  name: 'Web Audio',
  recognizes: (bytes) => offlineAudioContext() !== undefined && formats.includes(soundFormat(bytes)),
  async decode(bytes) {
    try {
      const context = new (offlineAudioContext()!)(1, 1, rateOf(bytes));
      return channelsOf(await context.decodeAudioData(bytes.slice().buffer));
    } catch (cause) {
      throw new AudioError(
        'unsupported-format',
        `Expected audio that this browser decodes, got ${soundFormat(bytes)} and from it: ${String(cause)}. ` +
          'Convert it first: `ffmpeg -i in out.wav`.',
        { cause },
      );
    }
  },
};

function offlineAudioContext(): OfflineAudioContext | undefined {
  return (globalThis as { OfflineAudioContext?: OfflineAudioContext }).OfflineAudioContext;
}

/** That of the file where it is known, so that Web Audio does not resample. */
function rateOf(bytes: Uint8Array): number {
  try {
    return audioInfo(bytes).sampleRate;
  } catch {
    return usualRate;
  }
}

function channelsOf(buffer: AudioBufferLike): MultichannelAudio {
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, i) =>
    buffer.getChannelData(i).slice(),
  );
  return { channels, sampleRate: buffer.sampleRate };
}
