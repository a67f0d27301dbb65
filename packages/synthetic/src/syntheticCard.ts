import type { CorpusCard } from '@ser/datasets/node';

/** The card of every synthetic corpus: it keeps the voices marked as synthetic wherever the folder goes. */
export const syntheticCard: CorpusCard = {
  title: 'Synthetic voices (made by @ser/datasets, no human speech)',
  licence: 'CC0-1.0',
  synthetic: true,
};
