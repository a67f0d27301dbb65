import { parseFrameEncoderDescription } from '@ser/classifiers';
import { parseAugmentation, parseFeatureDescription } from '@ser/dsp';
import { parseModelDescription } from '@ser/models';
import { z } from 'zod';
import { withOneEpoch } from './classifierTraining.js';
import { normalizationSchema } from './normalizationSchema.js';
import type { Member } from './recipe.js';
import { recipeName } from './recipeName.js';
import { trainingSchema } from './trainingSchema.js';

/** The fields of a `Member`, each checked separately. */
export const memberShape = {
  name: recipeName,
  weight: z.number().positive().default(1),
  features: z.unknown().transform(readWith(parseFeatureDescription)),
  augmentation: z.unknown().transform(readWith(parseAugmentation)).optional(),
  normalize: normalizationSchema.prefault('train'),
  encoding: z.unknown().transform(readWith(parseFrameEncoderDescription)).optional(),
  classifier: z.unknown().transform(readWith(parseModelDescription)),
  training: trainingSchema.prefault({}),
};

/** One of a recipe's `members`. Rules that involve several fields are in `memberRules`. */
export const memberSchema = z.preprocess(withOneEpoch, z.strictObject(memberShape)) as z.ZodType<Member>;

/** Lets the package that owns a description check it, and adds its message to the problems of the recipe. */
function readWith<T>(parse: (json: unknown) => T) {
  return (json: unknown, context: z.core.$RefinementCtx): T => {
    try {
      return parse(json);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      context.issues.push({ code: 'custom', input: json, message: error.message });
      return z.NEVER;
    }
  };
}
