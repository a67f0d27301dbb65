import type { Features } from './features.js';

/** Joins the columns of features with the same number of frames. */
export function sideBySide(parts: readonly Features[]): Features {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const names = parts.flatMap((part) => part.names);
  const data = new Float32Array(first!.nFrames * names.length);
  for (let frame = 0, offset = 0; frame < first!.nFrames; frame++) {
    for (const part of parts) {
      data.set(part.data.subarray(frame * part.nFeatures, (frame + 1) * part.nFeatures), offset);
      offset += part.nFeatures;
    }
  }
  return { data, nFrames: first!.nFrames, nFeatures: names.length, names };
}
