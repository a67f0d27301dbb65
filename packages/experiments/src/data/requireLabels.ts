import { didYouMean } from '@ser/core';
import { ExperimentError } from '../errors.js';
import type { Listing } from './listing.js';

/**
 * Checks that every label has clips, because a label without training clips cannot be learned.
 *
 * @throws {SerError} `unknown-label`, naming the labels without clips
 */
export function requireEveryLabel(listing: Listing, labels: readonly string[]): void {
  const absent = labels.filter((label) => !hasLabel(listing, label));
  if (absent.length > 0) refuse(listing, absent);
}

/**
 * Checks that at least one label has clips, which is enough to evaluate.
 *
 * @throws {SerError} `unknown-label`
 */
export function requireSomeLabel(listing: Listing, labels: readonly string[]): void {
  if (!labels.some((label) => hasLabel(listing, label))) refuse(listing, labels);
}

function hasLabel({ utterances }: Listing, label: string): boolean {
  return utterances.some(({ emotion }) => emotion === label);
}

function refuse({ corpora, utterances, foundLabels }: Listing, absent: readonly string[]): never {
  const present = [...(foundLabels ?? new Set(utterances.map(({ emotion }) => emotion)))].sort();
  const folders = corpora.map(({ folder }) => folder).join(', ');
  throw new ExperimentError(
    'unknown-label',
    `Every label must have clips, but no clip in ${folders} is labeled ${absent.join(', ')}; got clips labeled ` +
      `${present.join(', ') || 'none of the labels'}. Use the whole corpus, or change \`labels\` (\`--labels\`), or name ` +
      `labels otherwise (\`--map\`).${didYouMean(absent[0]!, present)}`,
  );
}
