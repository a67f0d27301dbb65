import type { Annotation } from './annotation.js';

/** Comma-separated values with the columns `start`, `end`, `speaker` (if there are any), `label`, `confidence`. */
export function annotationsCsv(annotations: readonly Annotation[]): string {
  const hasSpeakers = annotations.some(({ speaker }) => speaker !== undefined);
  const speakerCell = (speaker = '') => (hasSpeakers ? `${cell(speaker)},` : '');
  const rows = annotations.map(
    ({ start, end, label, confidence, speaker }) =>
      `${start.toFixed(3)},${end.toFixed(3)},${speakerCell(speaker)}${cell(label)},${confidence.toFixed(4)}`,
  );
  return [`start,end,${hasSpeakers ? 'speaker,' : ''}label,confidence`, ...rows, ''].join('\n');
}

/** A cell that starts like a formula gets an apostrophe, so that no spreadsheet computes it. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
