import { corpora } from '@ser/datasets';
import type { SplitRequest } from '@ser/datasets';
import { z } from 'zod';
import { closedFormTraining, oneEpochInClosedForm } from './closedFormTraining.js';
import { eachOnce } from './eachOnce.js';
import { evaluationSchema } from './evaluationRecipe.js';
import { membersSchema, noMethod, ofEachMember } from './membersSchema.js';
import { methodShape, oneShape } from './methodSchema.js';
import { framesForClipScope } from './normalizationSchema.js';
import type { FusedRecipe, Recipe, SingleRecipe } from './recipe.js';
import { recipeName } from './recipeName.js';
import { searchOfItsRecipe } from './searchOfItsRecipe.js';
import { searchSpaceSchema } from './searchSpace.js';
import { setsValidationApart } from './setsValidationApart.js';
import { splitRequestSchema } from './splitRequestSchema.js';
import { validationWatchers } from './validationWatchers.js';

/** What every recipe says first, and what last: its keys are written in this order. */
const subject = {
  name: recipeName,
  title: z.string().min(1),
  source: z.strictObject({ what: z.string().min(1), claim: z.string().min(1).optional() }).optional(),
  notes: z.array(z.string().min(1)).optional(),
  corpora: z
    .array(z.strictObject({ name: z.enum(corpora.map(({ name }) => name)) }))
    .min(1)
    .check(eachOnce(({ name }) => name)),
  corporaTaken: z.enum(['all', 'given']).optional(),
  labels: z
    .array(z.string().min(1))
    .min(2)
    .check(eachOnce((label) => label)),
  split: splitRequestSchema,
  sourceSplit: splitRequestSchema.optional(),
};
const bounds = {
  seed: z.int().min(0).max(0x7fffffff).default(1),
  maxUnreadable: z.number().min(0).max(1).default(0.05),
};
const evaluation = evaluationSchema.optional();
const search = searchSpaceSchema.optional();

const singleRecipe = z.preprocess(
  oneEpochInClosedForm,
  z
    .strictObject({ ...subject, ...methodShape, evaluation, search, ...bounds })
    .check(labelsOfItsCorpora, weightOfEachLabel, somethingToWatch, searchOfItsRecipe)
    .check(oneShape, framesForClipScope, closedFormTraining, classesOfItsLabels),
) as z.ZodType<SingleRecipe>;

const fusedRecipe = z
  .strictObject({ ...subject, ...noMethod, members: membersSchema, evaluation, ...bounds })
  .check(labelsOfItsCorpora, ofEachMember(weightOfEachLabel), ofEachMember(somethingToWatch))
  .check(
    ofEachMember(oneShape),
    ofEachMember(framesForClipScope),
    ofEachMember(closedFormTraining),
    classesOfItsLabels,
  ) as z.ZodType<FusedRecipe>;

/** A recipe as zod checks it. Objects are strict, so that a mistyped key is refused by its name. */
export const recipeSchema: z.ZodType<Recipe> = z.unknown().transform((json, context) => {
  const found = (has(json, 'members') ? fusedRecipe : singleRecipe).safeParse(json);
  if (found.success) return found.data;
  if (!has(json, 'members') && !has(json, 'features') && !has(json, 'classifier')) {
    const message = 'give `features` and a `classifier`, or `members` that each have them';
    context.issues.push({ code: 'custom', input: json, message });
  }
  for (const { path, message } of found.error.issues) {
    context.issues.push({ code: 'custom', input: json, path, message });
  }
  return z.NEVER;
});

function has(json: unknown, key: string): boolean {
  return typeof json === 'object' && json !== null && key in json;
}

type Check<T> = z.core.ParsePayload<T>;

function labelsOfItsCorpora({ value: recipe, issues }: Check<Pick<Recipe, 'corpora' | 'labels'>>): void {
  const names = recipe.corpora.map(({ name }) => name);
  const known = new Set(corpora.filter(({ name }) => names.includes(name)).flatMap(({ labels }) => labels));
  for (const [index, label] of recipe.labels.entries()) {
    if (known.has(label)) continue;
    const message = `\`${label}\` is no emotion of ${names.join(', ')}, which ha${names.length > 1 ? 've' : 's'} ${[...known].join(', ')}`;
    issues.push({ code: 'custom', input: label, path: ['labels', index], message });
  }
}

function weightOfEachLabel({
  value: recipe,
  issues,
}: Check<Pick<SingleRecipe, 'labels' | 'training'>>): void {
  const { classWeights } = recipe.training;
  if (!Array.isArray(classWeights) || classWeights.length === recipe.labels.length) return;
  const message = `expected ${recipe.labels.length} weights, one for each label, got ${classWeights.length}`;
  issues.push({ code: 'custom', input: classWeights, path: ['training', 'classWeights'], message });
}

function classesOfItsLabels({ value: recipe, issues }: Check<Pick<Recipe, 'labels' | 'evaluation'>>): void {
  const unknown = recipe.evaluation?.fourClasses?.find((label) => !recipe.labels.includes(label));
  if (unknown === undefined) return;
  const message = `\`${unknown}\` is none of the recipe's labels`;
  issues.push({ code: 'custom', input: unknown, path: ['evaluation', 'fourClasses'], message });
}

/** What is watched must be there: without validation clips, early stopping would never stop. */
function somethingToWatch({
  value: recipe,
  issues,
}: Check<{ split: SplitRequest; sourceSplit?: SplitRequest; training: SingleRecipe['training'] }>): void {
  const [watcher] = validationWatchers(recipe.training);
  if (watcher === undefined) return;
  for (const key of ['split', 'sourceSplit'] as const) {
    const request = recipe[key];
    if (request === undefined || setsValidationApart(request)) continue;
    const message = `\`${watcher}\` watches validation clips, and this split sets none apart; give a \`validationFraction\``;
    issues.push({ code: 'custom', input: request, path: [key], message });
  }
}
