import type { SplitRequest } from '@ser/datasets';
import { z } from 'zod';

const fraction = z.number().gt(0).lt(1);
const folds = z.int().min(2).max(1000);
const validationFraction = z.number().min(0).lt(1).optional();

const kinds = [
  z.strictObject({ kind: z.literal('speaker'), testFraction: fraction.optional(), validationFraction }),
  z.strictObject({ kind: z.literal('speaker-folds'), folds: folds.optional(), validationFraction }),
  z.strictObject({ kind: z.literal('leave-one-speaker-out'), validationFraction }),
  z.strictObject({ kind: z.literal('leave-one-corpus-out'), validationFraction }),
  z.strictObject({ kind: z.literal('published'), name: z.string().min(1), validationFraction }),
  z.strictObject({ kind: z.literal('table'), validationFraction }),
  z.strictObject({
    kind: z.literal('group'),
    testFraction: fraction.optional(),
    folds: folds.optional(),
    validationFraction,
  }),
  z.strictObject({
    kind: z.literal('random'),
    testFraction: fraction.optional(),
    folds: folds.optional(),
    validationFraction,
  }),
] as const;

/** A split request as zod checks it. */
export const splitRequestSchema: z.ZodType<SplitRequest> = z.discriminatedUnion('kind', kinds, {
  error: ({ code }) =>
    code === 'invalid_union'
      ? `expected one of ${kinds.map(({ shape }) => [...shape.kind.values].join()).join(', ')}`
      : undefined,
});
