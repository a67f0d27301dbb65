import type { RecipeMember } from '../recipe/membersOf.js';
import type { FoldResult } from '../training/crossValidate.js';
import { score } from '../training/score.js';
import { measure } from './measure.js';
import type { MemberMetrics } from './runMetrics.js';

/**
 * Each of several classifiers by itself, so that it can be seen what their mean gains.
 *
 * @returns `undefined` of a recipe with one classifier
 */
export function memberMetrics(
  members: readonly RecipeMember[],
  folds: readonly FoldResult[],
): readonly MemberMetrics[] | undefined {
  if (members.length === 1) return undefined;
  return members.map(({ name, weight, recipe: { labels, seed } }, index) => {
    const predictions = folds.map((fold) => fold.members[index]!.predictions);
    const { interval } = measure(predictions, { labels, seed });
    return { name: name!, weight, ...score(predictions.flat(), labels.length), interval };
  });
}
