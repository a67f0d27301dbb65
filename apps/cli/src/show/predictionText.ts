import type { Prediction } from '@ser/recognizer';
import { blocks, percent } from './figures.js';
import { table } from './table.js';

const barWidth = 24;

/** A prediction for people: the label, and a bar for each emotion, the likeliest first. */
export function predictionText(
  file: string,
  { label, probabilities }: Prediction,
  { isSynthetic }: { readonly isSynthetic: boolean },
): string {
  const ranked = Object.entries(probabilities).sort(([, a], [, b]) => b - a);
  const rows = ranked.map(([emotion, share]) => [emotion, percent(share), blocks(share, barWidth)]);
  const caveat = isSynthetic ? ' (the model knows synthetic voices only)' : '';
  return `${file}: ${label}${caveat}\n${table(rows, ['left', 'right', 'left'])}`;
}
