import type { Annotation } from './annotation.js';

/**
 * A label track of Audacity: one line per label, with tabs.
 *
 * @see https://manual.audacityteam.org/man/importing_and_exporting_labels.html
 */
export function annotationsAudacity(annotations: readonly Annotation[]): string {
  return annotations
    .map(
      ({ start, end, label, confidence, speaker }) =>
        `${start.toFixed(6)}\t${end.toFixed(6)}\t${oneLine(speaker === undefined ? label : `${speaker}: ${label}`)} ` +
        `${confidence.toFixed(2)}\n`,
    )
    .join('');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
