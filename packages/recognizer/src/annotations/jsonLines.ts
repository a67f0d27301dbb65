import type { Annotation } from './annotation.js';

/** One JSON object per line. */
export function annotationsJsonLines(annotations: readonly Annotation[]): string {
  return annotations
    .map(({ start, end, label, confidence }) => `${JSON.stringify({ start, end, label, confidence })}\n`)
    .join('');
}
