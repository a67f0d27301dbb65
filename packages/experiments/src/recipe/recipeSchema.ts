import { corpora } from '@ser/datasets';
import type { SplitRequest } from '@ser/datasets';
import { FeatureExtractor, parseAugmentation, parseFeatureDescription } from '@ser/dsp';
import type { FeatureDescription } from '@ser/dsp';
import { parseClassifierDescription } from '@ser/models';
import { z } from 'zod';
import { closedFormTraining, oneEpochInClosedForm } from './closedFormTraining.js';
import { evaluationSchema } from '../enrolment/evaluationRecipe.js';
import { framesForClipScope, normalizationSchema } from '../normalization/normalizationSchema.js';
import type { Recipe } from './recipe.js';
import { setsValidationApart } from './setsValidationApart.js';
import { splitRequestSchema } from './splitRequestSchema.js';
import { trainingSchema } from './trainingSchema.js';
import { searchOfItsRecipe } from '../tune/searchOfItsRecipe.js';
import { searchSpaceSchema } from '../tune/searchSpace.js';
import { validationWatchers } from './validationWatchers.js';

const checkedRecipe = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens'),
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
    features: z.unknown().transform(readWith(parseFeatureDescription)).check(oneShape),
    augmentation: z.unknown().transform(readWith(parseAugmentation)).optional(),
    normalize: normalizationSchema.default('train'),
    classifier: z.unknown().transform(readWith(parseClassifierDescription)),
    training: trainingSchema.prefault({}),
    evaluation: evaluationSchema.optional(),
    search: searchSpaceSchema.optional(),
    seed: z.int().min(0).max(0x7fffffff).default(1),
    maxUnreadable: z.number().min(0).max(1).default(0.05),
  })
  .check(labelsOfItsCorpora, weightOfEachLabel, somethingToWatch, searchOfItsRecipe)
  .check(framesForClipScope, closedFormTraining, classesOfItsLabels);

/** A recipe as zod checks it. Objects are strict, so that a mistyped key is refused by its name. */
export const recipeSchema = z.preprocess(oneEpochInClosedForm, checkedRecipe) as z.ZodType<Recipe>;

type Check<T> = z.core.ParsePayload<T>;

function eachOnce<T>(nameOf: (item: T) => string) {
  return ({ value, issues }: Check<T[]>): void => {
    const names = value.map(nameOf);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
      issues.push({ code: 'custom', input: value, message: `\`${twice}\` stands twice` });
  };
}

/** A classifier takes examples of one shape only. */
function oneShape({ value: features, issues }: Check<FeatureDescription>): void {
  const { segment, functionals } = features;
  if (segment !== undefined || functionals !== undefined) return;
  if (new FeatureExtractor(features).nFrames !== undefined) return; // features that describe a whole clip
  const message = 'clips of different length would differ in shape; add a `segment` or `functionals`';
  issues.push({ code: 'custom', input: features, message });
}

function labelsOfItsCorpora({ value: recipe, issues }: Check<Pick<Recipe, 'corpora' | 'labels'>>): void {
  const names = recipe.corpora.map(({ name }) => name);
  const known = new Set(corpora.filter(({ name }) => names.includes(name)).flatMap(({ labels }) => labels));
  for (const [index, label] of recipe.labels.entries()) {
    if (known.has(label)) continue;
    const message = `\`${label}\` is no emotion of ${names.join(', ')}, which ha${names.length > 1 ? 've' : 's'} ${[...known].join(', ')}`;
    issues.push({ code: 'custom', input: label, path: ['labels', index], message });
  }
}

function weightOfEachLabel({ value: recipe, issues }: Check<Pick<Recipe, 'labels' | 'training'>>): void {
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
}: Check<{ split: SplitRequest; sourceSplit?: SplitRequest; training: Recipe['training'] }>): void {
  const [watcher] = validationWatchers(recipe.training);
  if (watcher === undefined) return;
  for (const key of ['split', 'sourceSplit'] as const) {
    const request = recipe[key];
    if (request === undefined || setsValidationApart(request)) continue;
    const message = `\`${watcher}\` watches validation clips, and this split sets none apart; give a \`validationFraction\``;
    issues.push({ code: 'custom', input: request, path: [key], message });
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
