import { didYouMean } from '@ser/core';
import { knownCorpora } from '@ser/datasets';
import { z } from 'zod';
import { evaluationSchema } from './evaluationRecipe.js';
import { memberProblems } from './memberRules.js';
import { memberSchema } from './memberSchema.js';
import type { Problem } from './problem.js';
import type { Member, Recipe } from './recipe.js';
import { recipeName } from './recipeName.js';
import { searchProblems } from './searchRules.js';
import { searchSpaceSchema } from './searchSpace.js';
import { expandShortForm } from './shortForm.js';
import { splitRequestSchema } from './splitRequestSchema.js';
import { unique } from './unique.js';

/** Any name of a corpus; it is part of ids and of `--data NAME=…`. */
const corpusName = z.string().regex(/^[^\s/\\=]+$/u, 'expected a name without spaces, `/`, `\\`, and `=`');

/** The ends of a range. */
const range = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low < high, 'expected the smallest value, then the largest');

/** The fields of a recipe, each checked separately. Objects are strict, so that a mistyped key is refused by its name. */
const fields = z.strictObject({
  name: recipeName,
  title: z.string().min(1),
  source: z.strictObject({ what: z.string().min(1), claim: z.string().min(1).optional() }).optional(),
  notes: z.array(z.string().min(1)).optional(),
  corpora: z
    .array(z.strictObject({ name: corpusName }))
    .min(1)
    .check(unique(({ name }) => name)),
  corporaTaken: z.enum(['all', 'given']).optional(),
  labels: z
    .array(z.string().min(1))
    .min(2)
    .check(unique((label) => label)),
  split: splitRequestSchema,
  sourceSplit: splitRequestSchema.optional(),
  members: z
    .array(memberSchema, {
      error: 'expected a list; give `members`, or `features` and a `classifier` instead',
    })
    .min(1)
    .check(unique<Member>(({ name }) => name)),
  dimensions: z
    .array(z.strictObject({ name: z.string().min(1), range: range.optional() }))
    .min(1)
    .check(unique(({ name }) => name))
    .optional(),
  evaluation: evaluationSchema.optional(),
  search: searchSpaceSchema.optional(),
  seed: z.int().min(0).max(0x7fffffff).default(1),
  maxUnreadable: z.number().min(0).max(1).default(0.05),
}) as unknown as z.ZodType<Recipe>;

/** A recipe, in the long or the short form, as zod checks it: first each field, then rules that involve several. */
export const recipeSchema = z.preprocess(expandShortForm, fields.check(keepRules)) as z.ZodType<Recipe>;

function keepRules({ value: recipe, issues }: z.core.ParsePayload<Recipe>): void {
  const problems = [
    ...labelProblems(recipe),
    ...memberProblems(recipe),
    ...fourClassProblems(recipe),
    ...searchProblems(recipe),
  ];
  for (const { path, message } of problems) {
    issues.push({ code: 'custom', input: recipe, path: [...path], message });
  }
}

function labelProblems({ corpora: used, labels }: Recipe): readonly Problem[] {
  const names = used.map(({ name }) => name);
  if (!names.every((name) => knownCorpora().some((corpus) => corpus.name === name))) return []; // their labels are not known
  const known = new Set(
    knownCorpora()
      .filter(({ name }) => names.includes(name))
      .flatMap((corpus) => corpus.labels),
  );
  return [...labels.entries()].flatMap(([index, label]) => {
    if (known.has(label)) return [];
    const message = `must be an emotion of ${names.join(', ')}: ${[...known].join(', ')}; got \`${label}\`.${didYouMean(label, known)}`;
    return [{ path: ['labels', index], message }];
  });
}

function fourClassProblems({ evaluation, labels }: Recipe): readonly Problem[] {
  const unknown = evaluation?.fourClasses?.find((label) => !labels.includes(label));
  if (unknown === undefined) return [];
  return [
    { path: ['evaluation', 'fourClasses'], message: `\`${unknown}\` is not one of the recipe's labels` },
  ];
}
