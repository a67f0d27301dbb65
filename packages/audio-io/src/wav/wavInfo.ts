import type { AudioInfo } from '../audioInfo.js';
import { encodingOf } from '../pcm/sampleLayout.js';
import { parseWav } from './parseWav.js';

/** The header of a WAV file in the words of `AudioInfo`. */
export function wavInfo(bytes: Uint8Array): Omit<AudioInfo, 'container' | 'seconds'> {
  const layout = parseWav(bytes);
  const { sampleRate, nChannels, nSamples } = layout;
  return { encoding: encodingOf(layout), sampleRate, nChannels, nSamples };
}
