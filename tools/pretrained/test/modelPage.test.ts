import { modelFiles, modelNames, models } from '@ser/pretrained';
import { expect, it } from 'vitest';
import { modelPage } from '../src/modelPage.js';
import { modelPlans } from '../src/modelPlan.js';

const measures = { protocol: 'Held out.', groups: {}, perClass: [] };

it.each(modelNames)('the README of %s is the page of its card', async (name) => {
  const { 'README.md': bytes } = await modelFiles(name);
  const [shared] = modelPage(models[name], {
    metrics: measures,
    predictions: [],
    classifiers: modelPlans[name].classifiers,
  }).split('## Confidence');
  expect(new TextDecoder().decode(bytes)).toContain(shared);
});

it('forbids commercial use where the license does', () => {
  const { general, emodb } = modelPlans;
  const page = (name: 'general' | 'emodb', classifiers: string) =>
    modelPage(models[name], { metrics: measures, predictions: [], classifiers });
  expect(page('general', general.classifiers)).toContain('**Not for commercial use.**');
  expect(page('emodb', emodb.classifiers)).not.toContain('commercial use.**');
});
