import { requireNumber } from '@ser/core';

/** How strongly taught examples change a classifier. */
export interface TeachOptions {
  /**
   * Strength of the general classifier, above 0: the penalty of the ridge regression, relative to the similarity of an
   * example to itself. With 0.3, an example that is taught alone moves most of the way to its label; with 3, a quarter.
   *
   * @default 0.3
   */
  readonly strength?: number | undefined;
  /**
   * How much the score of a taught label should exceed that of the others, as a log-odds ratio, above 0: 5 stands for a
   * probability of 0.993 against one other label.
   *
   * @default 5
   */
  readonly margin?: number | undefined;
}

/** @throws {SerError} `invalid-option` */
export function teachSettings({ strength = 0.3, margin = 5 }: TeachOptions): Required<{
  [Option in keyof TeachOptions]: number;
}> {
  requireNumber('strength', strength, { above: 0 });
  requireNumber('margin', margin, { above: 0 });
  return { strength, margin };
}
