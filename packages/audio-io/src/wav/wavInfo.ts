import type { AudioHeader } from '../header/audioInfo.js';
import { encodingOf } from '../pcm/sampleLayout.js';
import type { Reading } from '../source/reading.js';
import { wavLayout } from './parseWav.js';

/** The header of a WAV file of this size. */
export function* wavInfo(fileSize: number): Reading<AudioHeader> {
  const layout = yield* wavLayout(fileSize);
  const { sampleRate, nChannels, nSamples } = layout;
  return { encoding: encodingOf(layout), sampleRate, nChannels, nSamples };
}
