import { findRecipe } from '@ser/experiments';
import { describe, expect, it } from 'vitest';
import { modelPlans, trainedCorpora } from '../src/modelPlan.js';

describe('trainedCorpora', () => {
  it('contains the corpora whose licenses allow a published model', () => {
    expect(trainedCorpora(modelPlans.general)).toEqual(['ravdess', 'emodb', 'nemo']);
    expect(trainedCorpora(modelPlans['general-small'])).toEqual(['ravdess', 'emodb', 'nemo']);
    expect(trainedCorpora(modelPlans.emodb)).toEqual(['emodb']);
    expect(trainedCorpora(modelPlans.free)).toEqual(['emodb', 'crema-d']);
  });

  it('never contains TESS or EMOVO, even if the recipe does', () => {
    const recipe = findRecipe('encoder');
    expect(recipe.corpora.map(({ name }) => name)).toEqual(expect.arrayContaining(['tess', 'emovo']));
    const trained = trainedCorpora({ ...modelPlans.general, recipe });
    expect(trained).toEqual(['ravdess', 'emodb', 'crema-d', 'savee', 'nemo']);
  });
});
