/**
 * Which model a run saves: `auto` saves the model of a single fold, which was not trained on its test clips, and after
 * several folds trains again on all clips; `refit` always trains again; `none` saves none.
 */
export type FinalModelChoice = 'auto' | 'refit' | 'none';

/** Whether the run ends with a training on all clips. */
export function refits(choice: FinalModelChoice, nFolds: number): boolean {
  return choice === 'refit' || (choice === 'auto' && nFolds > 1);
}

/** Whether the model of a fold is the final model. */
export function keepsFold(choice: FinalModelChoice, nFolds: number): boolean {
  return choice === 'auto' && nFolds === 1;
}
