import { FeatureExtractor } from '@ser/dsp';
import { ExperimentError } from '../errors.js';
import type { FinalModelChoice } from '../training/finalModel.js';
import type { Recipe } from '../recipe/recipe.js';

/** Classifiers whose scores are weighted sums of features. */
const linear = ['ridge', 'logisticRegression', 'linearSvm'];

/**
 * Makes sure, before hours of work, that the model to be left behind can be explained.
 *
 * @throws {ExperimentError} `invalid-option`
 */
export function requireExplainable(
  { name, classifier, features }: Pick<Recipe, 'name' | 'classifier' | 'features'>,
  choice: FinalModelChoice,
): void {
  if (choice === 'none') refuse('a model, and `finalModel` leaves none');
  if (!linear.includes(classifier.kind)) {
    refuse(
      `a linear classifier, one of ${linear.join(', ')}, and that of \`${name}\` is \`${classifier.kind}\``,
    );
  }
  if (new FeatureExtractor(features).nFrames !== 1) {
    refuse(`features with one row a clip, and those of \`${name}\` have a row a frame`);
  }
}

function refuse(what: string): never {
  throw new ExperimentError('invalid-option', `\`explain\` (\`--explain\`) needs ${what}.`);
}
