import { createFeaturePlan } from '@ser/dsp';
import { ExperimentError } from '../../errors.js';
import type { Member, Recipe } from '../../recipe/recipe.js';
import type { FinalModelChoice } from '../../training/finalModelChoice.js';

/** Classifiers whose scores are weighted sums of features. */
const linearKinds = ['ridge', 'logisticRegression', 'linearSvm'];

/**
 * Checks, before hours of work, that the model of a recipe can be explained.
 *
 * @returns the only member of the recipe
 * @throws {SerError} `invalid-option`
 */
export function requireExplainable({ name, members }: Recipe, choice: FinalModelChoice): Member {
  if (choice === 'none') refuse('a model; got `finalModel` `none`');
  const [member, ...others] = members as readonly [Member, ...Member[]];
  if (others.length > 0) {
    refuse(`a recipe with one member; got \`${name}\`, which has ${members.length}`);
  }
  const { classifier, features } = member;
  if (!linearKinds.includes(classifier.kind)) {
    refuse(
      `a linear classifier, one of ${linearKinds.join(', ')}; got \`${classifier.kind}\` of \`${name}\``,
    );
  }
  if (createFeaturePlan(features).nFrames !== 1) {
    refuse(
      `features with one row per clip, such as \`functionals\`; got those of \`${name}\`, with a row per frame`,
    );
  }
  return member;
}

function refuse(what: string): never {
  throw new ExperimentError('invalid-option', `\`explain\` (\`--explain\`) requires ${what}.`);
}
