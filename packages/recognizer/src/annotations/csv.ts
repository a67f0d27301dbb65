import type { Annotation } from './annotation.js';

/** Comma-separated values with the columns `start`, `end`, `label`, `confidence`. */
export function annotationsCsv(annotations: readonly Annotation[]): string {
  const rows = annotations.map(
    ({ start, end, label, confidence }) =>
      `${start.toFixed(3)},${end.toFixed(3)},${cell(label)},${confidence.toFixed(4)}`,
  );
  return ['start,end,label,confidence', ...rows, ''].join('\n');
}

/** A cell that starts like a formula gets an apostrophe, so that no spreadsheet computes it. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
