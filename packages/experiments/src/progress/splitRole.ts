/** What a split is for: `main` gives the run's own score, `source` the one to compare with the recipe's source. */
export type SplitRole = 'main' | 'source';
