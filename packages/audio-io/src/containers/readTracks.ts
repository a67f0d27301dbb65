import type { SoundFormat } from '../format/soundFormat.js';
import type { AudioFormat, AudioHeader } from '../header/audioInfo.js';
import { requireSameShape } from '../ogg/chained.js';
import { parseCaf } from './caf/parseCaf.js';
import type { EncodedTrack } from './encodedTrack.js';
import { parseMp4 } from './mp4/parseMp4.js';
import { trackHeader } from './trackHeader.js';
import { parseWebm } from './webm/parseWebm.js';

/** How a container is read. */
export interface Container {
  /** Its name in `AudioInfo`. */
  readonly container: AudioFormat;
  readonly read: (bytes: Uint8Array) => readonly EncodedTrack[];
}

/** The formats that contain tracks of other codecs. */
export const containers: Readonly<Partial<Record<SoundFormat, Container>>> = {
  'WebM or Matroska': { container: 'webm', read: parseWebm },
  'M4A or MP4': { container: 'mp4', read: (bytes) => [parseMp4(bytes)] },
  'Core Audio': { container: 'caf', read: (bytes) => [parseCaf(bytes)] },
};

/** The headers of the tracks of a container together: those of a recording in parts follow each other. */
export function tracksInfo(tracks: readonly EncodedTrack[]): AudioHeader {
  const headers = tracks.map(trackHeader);
  requireSameShape(headers);
  const { encoding, sampleRate, nChannels } = headers[0]!;
  const nSamples = headers.reduce((sum, header) => sum + header.nSamples, 0);
  return { encoding, sampleRate, nChannels, nSamples };
}
