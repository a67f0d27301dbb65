import { valuesOf, type ExtractedClips } from './extractedClips.js';
import { joinedValues } from './featureFile.js';

type Values = Pick<ExtractedClips, 'data' | 'stored' | 'starts'>;

/** Recordings, then their copies. */
export function joinedClips(
  recordings: ExtractedClips,
  copies: Values & Pick<ExtractedClips, 'utterances'>,
): ExtractedClips {
  const utterances = [...recordings.utterances, ...copies.utterances];
  return { ...recordings, utterances, ...joined(recordings, copies) };
}

/** The values of recordings, then those of their copies: in one array if both are in memory. */
function joined(recordings: Values, copies: Values): Values {
  const parts = [valuesOf(recordings), valuesOf(copies)];
  if (recordings.stored ?? copies.stored) return { data: new Float32Array(), stored: joinedValues(parts) };
  const data = joinedValues(parts).subarray(0, recordings.data.length + copies.data.length);
  if (!recordings.starts || !copies.starts) return { data };
  const nFrames = recordings.starts.at(-1)!;
  const later = copies.starts.subarray(1).map((start) => start + nFrames);
  const starts = new Uint32Array(recordings.starts.length + later.length);
  starts.set(recordings.starts);
  starts.set(later, recordings.starts.length);
  return { data, starts };
}
