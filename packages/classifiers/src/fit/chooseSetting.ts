import { fitTemperature } from '../calibration/temperature.js';
import { ClassTally } from '../scores/classTally.js';
import type { InnerFold } from './innerFolds.js';
import type { Setting, Solver } from './solver.js';

/** A setting and how well it did on the examples held out. */
export interface TriedSetting extends Setting {
  /** Unweighted average recall of the examples held out, mean over the inner folds, 0 to 1. */
  readonly uar: number;
}

/** What a closed-form classifier chose, on its training examples alone. */
export interface ChosenSettings extends Setting {
  /** Unweighted average recall of the examples held out with this setting, mean over the inner folds, 0 to 1. */
  readonly innerUar: number;
  /**
   * What scores are multiplied by before the softmax, so that probabilities mean what they say on the examples held out;
   * Guo et al. call its inverse so.
   */
  readonly temperature: number;
  /** Inner folds that were held out in turn. */
  readonly innerFolds: number;
  /** Every setting that was tried; the first of the best is chosen. */
  readonly table: readonly TriedSetting[];
}

/** What is no difference between two means of recalls. */
const rounding = 1e-9;

/** Tries every setting on the inner folds, takes the first of the best, and calibrates it. */
export async function chooseSetting(
  solver: Solver,
  folds: readonly InnerFold[],
  { y, nClasses }: { readonly y: Int32Array; readonly nClasses: number },
): Promise<ChosenSettings> {
  const labels = folds.map(({ heldOut }) => heldOut.map((row) => y[row]!));
  const scores = await solver.heldOutScores(folds);
  const table = solver.settings.map((setting, i) => {
    const uars = scores[i]!.map(({ data }, fold) => uarOf(data, labels[fold]!, nClasses));
    return { ...setting, uar: uars.reduce((sum, uar) => sum + uar, 0) / uars.length };
  });
  const best = table.reduce((first, { uar }, i) => (uar > table[first]!.uar + rounding ? i : first), 0);
  const { uar: innerUar, ...setting } = table[best]!;
  const examples = scores[best]!.map((ofFold, fold) => ({ scores: ofFold, y: labels[fold]! }));
  return { ...setting, innerUar, temperature: fitTemperature(examples), innerFolds: folds.length, table };
}

function uarOf(scores: Float32Array, y: Int32Array, nClasses: number): number {
  const tally = new ClassTally(nClasses);
  tally.add(scores, y);
  return tally.scores.uar;
}
