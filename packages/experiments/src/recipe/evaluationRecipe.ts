import { z } from 'zod';

/** What a run measures besides its test clips taken one by one. */
export interface EvaluationRecipe {
  /**
   * How many unlabelled clips of a test speaker are heard before he is scored, each at least 1, rising; cold and all
   * clips are measured besides.
   */
  readonly enrolment: readonly number[];
  /** Four of the labels, between which the model is asked to choose besides. @default not asked */
  readonly fourClasses?: readonly string[];
}

const rising = (numbers: readonly number[]) => numbers.every((n, i) => i === 0 || n > numbers[i - 1]!);
const distinct = (names: readonly string[]) => new Set(names).size === names.length;

/** `evaluation` as zod checks it; that the four classes are labels of the recipe, its schema checks. */
export const evaluationSchema: z.ZodType<EvaluationRecipe> = z.strictObject({
  enrolment: z.array(z.int().min(1)).min(1).refine(rising, 'give the numbers of clips in rising order'),
  fourClasses: z.array(z.string()).length(4).refine(distinct, 'a label stands twice').optional(),
});
