import { ExperimentError } from '../errors.js';
import type { Listing } from './listing.js';

/**
 * Makes sure that every label has clips: what a network never hears, it cannot learn.
 *
 * @throws {SerError} `unknown-label`, naming the labels without clips
 */
export function requireEveryLabel(listing: Listing, labels: readonly string[]): void {
  const absent = labels.filter((label) => !hasLabel(listing, label));
  if (absent.length > 0) refuse(listing, absent);
}

/**
 * Makes sure that at least one label has clips, which is enough to evaluate.
 *
 * @throws {SerError} `unknown-label`
 */
export function requireSomeLabel(listing: Listing, labels: readonly string[]): void {
  if (!labels.some((label) => hasLabel(listing, label))) refuse(listing, labels);
}

function hasLabel({ utterances }: Listing, label: string): boolean {
  return utterances.some(({ emotion }) => emotion === label);
}

function refuse({ corpora, utterances }: Listing, absent: readonly string[]): never {
  const present = [...new Set(utterances.map(({ emotion }) => emotion))].sort();
  const folders = corpora.map(({ folder }) => folder).join(', ');
  throw new ExperimentError(
    'unknown-label',
    `No clip in ${folders} is labelled ${absent.join(', ')}; of the labels wanted, ` +
      `${present.join(', ') || 'none'} occur. Give the whole corpus, or \`labels\` that are all in it.`,
  );
}
