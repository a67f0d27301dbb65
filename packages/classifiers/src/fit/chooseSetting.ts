import { fitTemperature } from '../calibration/temperature.js';
import type { ChosenSettings } from '../classifier/chosenSettings.js';
import { ClassTally } from '../scores/classTally.js';
import type { InnerFold } from '../training/innerFolds.js';
import type { Solver } from '../training/solver.js';

/** Smaller differences between two mean recalls are rounding errors. */
const rounding = 1e-9;

/** Tries every setting on the inner folds, chooses the first of the best, and fits its temperature. */
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
