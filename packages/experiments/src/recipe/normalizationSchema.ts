import { z } from 'zod';
import { normalizationScopes, type Normalization } from './normalization.js';

const scope = z.enum(normalizationScopes);

const normalization = z
  .strictObject({
    scope,
    clip: z.number().positive().optional(),
    unseenSpeakers: z.enum(['own', 'average']).optional(),
  })
  .refine(({ scope, unseenSpeakers }) => scope === 'speaker' || unseenSpeakers === undefined, {
    message: '`unseenSpeakers` needs the scope `speaker`',
  });

/** The `normalize` of a member: a scope alone stands for `{ scope }`. */
export const normalizationSchema = z.union([scope.transform((only) => ({ scope: only })), normalization], {
  error: `expected ${normalizationScopes.join(', ')}, or an object with a \`scope\` and optionally \`clip\` and \`unseenSpeakers\``,
}) as z.ZodType<Normalization, Normalization | Normalization['scope']>;
