import type { CorpusCard } from '@ser/datasets/node';

/** The card of every synthetic corpus, which marks its voices as synthetic. */
export const syntheticCard: CorpusCard = {
  title: 'Synthetic voices (made by @ser/synthetic, no human speech)',
  license: 'CC0-1.0',
  synthetic: true,
};
