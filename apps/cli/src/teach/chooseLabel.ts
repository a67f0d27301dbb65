import { closest } from '@ser/core';
import { labelKeys } from './labelKeys.js';

/** What the user asks for by typing a line. */
export type Choice =
  | { readonly kind: 'label'; readonly label: string }
  /** A new label that looks like a known one. */
  | { readonly kind: 'unsure'; readonly label: string; readonly meant: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'stop' };

/**
 * A label, its key, a new label, `undo`, or nothing to stop.
 *
 * @param confirmed a new label that was typed before, which is meant if it is typed again
 */
export function chooseLabel(line: string | undefined, labels: readonly string[], confirmed?: string): Choice {
  const word = (line ?? '').trim().normalize('NFC');
  if (word === '') return { kind: 'stop' };
  if (labels.includes(word)) return { kind: 'label', label: word };
  const byKey = labelKeys(labels).get(word.toLowerCase());
  if (byKey !== undefined) return { kind: 'label', label: byKey };
  if (word === 'undo') return { kind: 'undo' };
  const meant = closest(word, labels);
  if (meant === undefined || word === confirmed) return { kind: 'label', label: word };
  return { kind: 'unsure', label: word, meant };
}
