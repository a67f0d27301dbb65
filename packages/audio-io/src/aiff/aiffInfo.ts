import type { AudioInfo } from '../audioInfo.js';
import { encodingOf } from '../pcm/sampleLayout.js';
import { parseAiff } from './parseAiff.js';

/** The header of an AIFF or AIFF-C file in the words of `AudioInfo`. */
export function aiffInfo(bytes: Uint8Array): Omit<AudioInfo, 'container' | 'seconds'> {
  const layout = parseAiff(bytes);
  const { sampleRate, nChannels, nSamples } = layout;
  return { encoding: encodingOf(layout), sampleRate, nChannels, nSamples };
}
