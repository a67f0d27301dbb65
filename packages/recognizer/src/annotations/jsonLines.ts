import type { Annotation } from './annotation.js';

/** One JSON object per line. */
export function annotationsJsonLines(annotations: readonly Annotation[]): string {
  return annotations
    .map(
      ({ start, end, speaker, label, confidence }) =>
        `${JSON.stringify({ start, end, speaker, label, confidence })}\n`,
    )
    .join('');
}
