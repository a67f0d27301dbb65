import type { AudioHeader } from '../header/audioInfo.js';
import { encodingOf } from '../pcm/sampleLayout.js';
import { parseWav } from './parseWav.js';

/** The header of a WAV file. */
export function wavInfo(bytes: Uint8Array): AudioHeader {
  const layout = parseWav(bytes);
  const { sampleRate, nChannels, nSamples } = layout;
  return { encoding: encodingOf(layout), sampleRate, nChannels, nSamples };
}
