import '@tensorflow/tfjs-backend-cpu';
import type { Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { supportedLayers } from '../../src/layers/layerDefinitions.js';
import { toOnnx } from '../../src/toOnnx.js';
import { expectClose } from '../expectClose.js';
import { layerCases, representativeCases } from '../layerCases.js';
import { openSession } from '../session.js';
import { describeGradients } from './describeGradients.js';
import { examplesFor, setRandomWeights } from './layerExample.js';
import { toTensor } from './tensorflowStep.js';

describe('supportedLayers', () => {
  it('has a case for every layer', () => {
    const covered = new Set(layerCases.map(({ layer }) => layer));
    expect(supportedLayers.filter((name) => !covered.has(name))).toEqual([]);
  });
});

describe('prediction equals that of TensorFlow.js, for several examples and for one', () => {
  it.each(layerCases)('$layer, $what', async (layerCase) => {
    const model = setRandomWeights(layerCase.build());
    const run = await openSession(toOnnx(model));
    for (const batch of [layerCase.batch ?? 3, 1]) {
      const x = examplesFor(model, layerCase, batch);
      const expected = (model.predict(toTensor(x)) as Tensor).dataSync() as Float32Array;
      const { output } = await run({ input: x });
      expectClose(output!, expected, 1e-5);
    }
  });
});

// `gradients.exhaustive.ts` checks the gradients of all cases.
describe('training', () => {
  for (const layerCase of representativeCases) describeGradients(layerCase, 1);
});
