import type { AudioHeader } from '../header/audioInfo.js';
import { encodingOf } from '../pcm/sampleLayout.js';
import { parseAiff } from './parseAiff.js';

/** The header of an AIFF or AIFF-C file. */
export function aiffInfo(bytes: Uint8Array): AudioHeader {
  const layout = parseAiff(bytes);
  const { sampleRate, nChannels, nSamples } = layout;
  return { encoding: encodingOf(layout), sampleRate, nChannels, nSamples };
}
