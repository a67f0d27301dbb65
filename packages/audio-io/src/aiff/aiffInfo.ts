import type { AudioHeader } from '../header/audioInfo.js';
import { encodingOf } from '../pcm/sampleLayout.js';
import type { Reading } from '../source/reading.js';
import { aiffLayout } from './parseAiff.js';

/** The header of an AIFF or AIFF-C file of this size. */
export function* aiffInfo(fileSize: number): Reading<AudioHeader> {
  const layout = yield* aiffLayout(fileSize);
  const { sampleRate, nChannels, nSamples } = layout;
  return { encoding: encodingOf(layout), sampleRate, nChannels, nSamples };
}
