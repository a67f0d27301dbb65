import { FeatureExtractor } from '@ser/dsp';
import { ExperimentError } from '../../errors.js';
import { isFused } from '../../recipe/membersOf.js';
import type { Recipe, SingleRecipe } from '../../recipe/recipe.js';
import type { FinalModelChoice } from '../../training/finalModel.js';

/** Classifiers whose scores are weighted sums of features. */
const linear = ['ridge', 'logisticRegression', 'linearSvm'];

/**
 * The recipe, made sure before hours of work that the model to be left behind can be explained.
 *
 * @throws {SerError} `invalid-option`
 */
export function requireExplainable(recipe: Recipe, choice: FinalModelChoice): SingleRecipe {
  const { name } = recipe;
  if (choice === 'none') refuse('a model, and `finalModel` leaves none');
  if (isFused(recipe)) refuse(`a recipe of one classifier, and \`${name}\` averages several`);
  const { classifier, features } = recipe;
  if (!linear.includes(classifier.kind)) {
    refuse(
      `a linear classifier, one of ${linear.join(', ')}, and that of \`${name}\` is \`${classifier.kind}\``,
    );
  }
  if (new FeatureExtractor(features).nFrames !== 1) {
    refuse(`features with one row a clip, and those of \`${name}\` have a row a frame`);
  }
  return recipe;
}

function refuse(what: string): never {
  throw new ExperimentError('invalid-option', `\`explain\` (\`--explain\`) needs ${what}.`);
}
