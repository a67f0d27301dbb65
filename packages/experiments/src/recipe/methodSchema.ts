import { parseEncoderDescription } from '@ser/classifiers';
import { FeatureExtractor, parseAugmentation, parseFeatureDescription } from '@ser/dsp';
import { parseClassifierDescription } from '@ser/models';
import { z } from 'zod';
import { normalizationSchema } from './normalizationSchema.js';
import type { Method } from './recipe.js';
import { trainingSchema } from './trainingSchema.js';

/** The fields of a `Method` as zod checks them, each by itself. */
export const methodShape = {
  features: z.unknown().transform(readWith(parseFeatureDescription)),
  augmentation: z.unknown().transform(readWith(parseAugmentation)).optional(),
  normalize: normalizationSchema.default('train'),
  encoding: z.unknown().transform(readWith(parseEncoderDescription)).optional(),
  classifier: z.unknown().transform(readWith(parseClassifierDescription)),
  training: trainingSchema.prefault({}),
};

/** Refuses, as a check of the recipe's schema, examples that would differ in shape, and to encode what has no frames. */
export function oneShape({
  value: { features, encoding },
  issues,
}: z.core.ParsePayload<Pick<Method, 'features' | 'encoding'>>): void {
  const { nFrames } = new FeatureExtractor(features);
  const refuse = (key: keyof Method, message: string) =>
    issues.push({ code: 'custom', input: features, path: [key], message });
  if (encoding === undefined && nFrames === undefined) {
    refuse(
      'features',
      'clips of different length would differ in shape; add a `segment` or `functionals`, or an `encoding`',
    );
  }
  if (encoding !== undefined && nFrames === 1) {
    refuse('encoding', 'is of the frames of a clip, and these features have one row a clip; leave it out');
  }
}

/** Lets the package that owns a description check it, and reports its complaint in the recipe's list. */
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
