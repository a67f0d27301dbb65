import { didYouMean } from '@ser/core';
import { ExperimentError } from '../errors.js';
import cremaDCnn from './builtin/crema-d-cnn.json' with { type: 'json' };
import dimensions from './builtin/dimensions.json' with { type: 'json' };
import encoder from './builtin/encoder.json' with { type: 'json' };
import encoderFusion from './builtin/encoder-fusion.json' with { type: 'json' };
import fourCorporaDeepCnn from './builtin/four-corpora-deep-cnn.json' with { type: 'json' };
import functionalsFusion from './builtin/functionals-fusion.json' with { type: 'json' };
import functionals from './builtin/functionals.json' with { type: 'json' };
import generalSmall from './builtin/general-small.json' with { type: 'json' };
import general from './builtin/general.json' with { type: 'json' };
import ravdessCnn from './builtin/ravdess-cnn.json' with { type: 'json' };
import syntheticVoices from './builtin/synthetic-voices.json' with { type: 'json' };
import tessCnnLstm from './builtin/tess-cnn-lstm.json' with { type: 'json' };
import tessCremaDDense from './builtin/tess-crema-d-dense.json' with { type: 'json' };
import tessCremaDSpectrogram from './builtin/tess-crema-d-spectrogram.json' with { type: 'json' };
import { parseRecipe } from './parseRecipe.js';
import type { Recipe } from './recipe.js';

/** All built-in recipes. */
export const builtinRecipes: readonly Recipe[] = [
  functionals,
  functionalsFusion,
  encoder,
  encoderFusion,
  dimensions,
  general,
  generalSmall,
  cremaDCnn,
  ravdessCnn,
  tessCremaDDense,
  tessCremaDSpectrogram,
  tessCnnLstm,
  fourCorporaDeepCnn,
  syntheticVoices,
].map((json) => parseRecipe(json, json.name));

/**
 * The built-in recipe of this name.
 *
 * @throws {SerError} `unknown-recipe`, listing the known ones
 */
export function findRecipe(name: string): Recipe {
  const recipe = builtinRecipes.find((known) => known.name === name);
  if (recipe !== undefined) return recipe;
  const known = builtinRecipes.map((recipe) => recipe.name).join(', ');
  throw new ExperimentError(
    'unknown-recipe',
    `The recipe must be one of ${known}; got \`${name}\`. For a recipe of your own, use \`parseRecipe\`.` +
      didYouMean(
        name,
        builtinRecipes.map((recipe) => recipe.name),
      ),
  );
}
