import type { Recipe } from '../recipe/recipe.js';
import type { FoldResult } from '../training/crossValidate.js';
import { score } from '../training/score.js';
import { measure } from './measure.js';
import type { MemberMetrics } from './runMetrics.js';

/** The scores of each member alone, to compare them with the ensemble. */
export function memberMetrics(
  { members, labels, seed }: Pick<Recipe, 'members' | 'labels' | 'seed'>,
  folds: readonly FoldResult[],
): readonly MemberMetrics[] {
  return members.map(({ name, weight }, index) => {
    const predictions = folds.map((fold) => fold.members[index]!.predictions);
    const { interval } = measure(predictions, { labels, seed });
    return { name, weight, ...score(predictions.flat(), labels.length), interval };
  });
}
