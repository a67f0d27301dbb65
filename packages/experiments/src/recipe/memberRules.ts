import { createFeaturePlan } from '@ser/dsp';
import { trainingProblems } from './classifierTraining.js';
import type { Problem } from './problem.js';
import type { Member, Recipe } from './recipe.js';
import { setsValidationApart, validationWatchers } from './validation.js';

/** What is wrong with the members of a recipe, each by its path in the recipe. */
export function memberProblems(recipe: Recipe): readonly Problem[] {
  return recipe.members.flatMap((member, index) => {
    const own = [
      ...shapeProblems(member),
      ...trainingProblems(member),
      ...classWeightProblems(member, recipe),
      ...sampleRateProblems(member, recipe),
    ];
    const placed = own.map(({ path, message }) => ({ path: ['members', index, ...path], message }));
    return [...placed, ...watcherProblems(member, recipe)];
  });
}

/** All examples must have the same shape; encodings and the scope `clip` need several frames per clip. */
function shapeProblems({ features, encoding, normalize }: Member): readonly Problem[] {
  const { nFrames } = createFeaturePlan(features);
  const problems: Problem[] = [];
  if (encoding === undefined && nFrames === undefined) {
    const message =
      'clips of different length would have different shapes; add a `segment`, `functionals`, or an `encoding`';
    problems.push({ path: ['features'], message });
  }
  if (encoding !== undefined && nFrames === 1) {
    const message = 'needs several frames per clip, but these features have one row per clip; leave it out';
    problems.push({ path: ['encoding'], message });
  }
  if (normalize.scope === 'clip' && nFrames === 1) {
    const message =
      '`clip` needs several frames per clip, but these features have one row per clip; use `train` or `speaker`';
    problems.push({ path: ['normalize'], message });
  }
  return problems;
}

function classWeightProblems({ training: { classWeights } }: Member, { labels }: Recipe): readonly Problem[] {
  if (!Array.isArray(classWeights) || classWeights.length === labels.length) return [];
  const message = `must have ${labels.length} weights, one per label; got ${classWeights.length}`;
  return [{ path: ['training', 'classWeights'], message }];
}

/** The saved model accepts one sample rate. */
function sampleRateProblems({ name, features }: Member, { members }: Recipe): readonly Problem[] {
  const first = members[0]!;
  const { sampleRate } = features;
  if (sampleRate === first.features.sampleRate) return [];
  const message = `must be ${first.features.sampleRate}, as for \`${first.name}\`; got ${sampleRate} for \`${name}\``;
  return [{ path: ['features', 'sampleRate'], message }];
}

/** Without validation clips, early stopping would never stop. */
function watcherProblems({ training }: Member, recipe: Recipe): readonly Problem[] {
  const [watcher] = validationWatchers(training);
  if (watcher === undefined) return [];
  return (['split', 'sourceSplit'] as const).flatMap((key) => {
    const request = recipe[key];
    if (request === undefined || setsValidationApart(request)) return [];
    const message = `\`${watcher}\` needs validation clips, but this split has none; add a \`validationFraction\``;
    return [{ path: [key], message }];
  });
}
