import { bytesOf, floatsOf, packParts, type Parts } from '../executor/parts.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import { isFeatures, type ClipResult } from './clipJob.js';
import type { ExtractedClips } from './extractedClips.js';

/** For each clip, for each of its copies: the number of values, or why there are none. */
export type ResultsHeader = readonly (readonly (number | SkippedClip)[])[];

/** The results of clips as one block of bytes. */
export function packResults(results: readonly ClipResult[]): Buffer {
  const header: ResultsHeader = results.map((copies) =>
    copies.map((copy) => (isFeatures(copy) ? copy.length : copy)),
  );
  const blocks = results.flatMap((copies) => copies.filter(isFeatures));
  const values = Buffer.concat(blocks.map(bytesOf));
  return packParts({ header, parts: { values } });
}

/** The inverse of `packResults`. */
export function unpackResults({ header, parts }: Parts<ResultsHeader>): readonly ClipResult[] {
  const values = floatsOf(parts['values']!);
  let end = 0;
  return header.map((copies) =>
    copies.map((copy) => (typeof copy === 'number' ? values.slice(end, (end += copy)) : copy)),
  );
}

type ClipsHeader = Omit<ExtractedClips, 'data' | 'starts'>;

/** Clips with their features as one block of bytes. */
export function packClips({ data, starts, ...header }: ExtractedClips): Buffer {
  const parts = { data: bytesOf(data), ...(starts && { starts: bytesOf(starts) }) };
  return packParts({ header, parts });
}

/** The inverse of `packClips`. */
export function unpackClips({ header, parts }: Parts<ClipsHeader>): ExtractedClips {
  const { data, starts } = parts;
  return {
    ...header,
    data: floatsOf(data!),
    ...(starts && { starts: new Uint32Array(starts.buffer, starts.byteOffset, starts.byteLength / 4) }),
  };
}
