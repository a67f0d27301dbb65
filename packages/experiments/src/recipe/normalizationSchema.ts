import { FeatureExtractor } from '@ser/dsp';
import type { FeatureDescription } from '@ser/dsp';
import { z } from 'zod';
import { normalizationOf, normalizationScopes } from './normalization.js';
import type { Normalization, NormalizationScope } from './normalization.js';

const scope = z.enum(normalizationScopes, {
  error: `unknown normalisation; use ${normalizationScopes.join(', ')}`,
});

const normalization = z
  .strictObject({
    scope,
    clip: z.number().positive().optional(),
    strangers: z.enum(['own', 'average']).optional(),
  })
  .refine(({ scope, strangers }) => scope === 'speaker' || strangers === undefined, {
    message: '`strangers` belongs to the scope `speaker`',
  });

/** The `normalize` of a recipe as zod checks it. */
export const normalizationSchema: z.ZodType<NormalizationScope | Normalization> = z.union(
  [scope, normalization],
  {
    error: `expected ${normalizationScopes.join(', ')}, or an object with a \`scope\` of these and, if wanted, \`clip\` and \`strangers\``,
  },
);

/** Refuses, as a check of the recipe's schema, to normalise a clip by its own frames where it has but one. */
export function framesForClipScope({
  value: { normalize, features },
  issues,
}: z.core.ParsePayload<{
  normalize: NormalizationScope | Normalization;
  features: FeatureDescription;
}>): void {
  if (normalizationOf(normalize).scope !== 'clip' || new FeatureExtractor(features).nFrames !== 1) return;
  const message =
    '`clip` takes each clip by its own frames, and these features have one row a clip; use `train` or `speaker`';
  issues.push({ code: 'custom', input: normalize, path: ['normalize'], message });
}
