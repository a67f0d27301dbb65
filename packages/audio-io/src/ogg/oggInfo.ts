import type { AudioHeader } from '../header/audioInfo.js';
import { requireSameShape } from './chained.js';
import { parseOgg } from './parseOgg.js';

/** The headers of an Ogg file. */
export function oggInfo(bytes: Uint8Array): AudioHeader {
  const layouts = parseOgg(bytes);
  requireSameShape(layouts);
  const { codec, sampleRate, nChannels } = layouts[0]!;
  const nSamples = layouts.reduce((sum, layout) => sum + layout.nSamples, 0);
  return { encoding: codec, sampleRate, nChannels, nSamples };
}
