import { z } from 'zod';

/** What a run measures besides single test clips. */
export interface EvaluationRecipe {
  /**
   * Numbers of unlabeled clips of a test speaker that the model gets before it is tested on that speaker, each at least
   * 1, in rising order. No clips and all clips are always measured too.
   */
  readonly enrollment: readonly number[];
  /** Four of the labels. The scores for choosing only between these are measured too. @default not measured */
  readonly fourClasses?: readonly string[];
  /**
   * Whether a class profile is fitted and saved with the model, so that sessions estimate the offset of a speaker with it
   * instead of the mean score. @default false
   */
  readonly classProfile?: boolean;
}

const rising = (numbers: readonly number[]) => numbers.every((n, i) => i === 0 || n > numbers[i - 1]!);
const distinct = (names: readonly string[]) => new Set(names).size === names.length;

/** The `evaluation` of a recipe as zod checks it. The recipe's schema checks that the four classes are its labels. */
export const evaluationSchema: z.ZodType<EvaluationRecipe> = z.strictObject({
  enrollment: z.array(z.int().min(1)).min(1).refine(rising, 'the numbers of clips must be in rising order'),
  fourClasses: z.array(z.string()).length(4).refine(distinct, 'a label appears twice').optional(),
  classProfile: z.boolean().optional(),
});
