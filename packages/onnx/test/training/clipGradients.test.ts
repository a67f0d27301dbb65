import '@tensorflow/tfjs-backend-cpu';
import { describe, it } from 'vitest';
import {
  descent,
  expectWeights,
  momentum,
  referenceSteps,
  train,
  type Weights,
} from './optimizerReference.js';

const norm = (values: readonly number[]) => Math.hypot(...values);
const scale = (values: readonly number[], factor: number) => values.map((value) => value * factor);

describe('gradients are clipped', () => {
  it('element by element', async () => {
    const clip = (gradients: Weights) =>
      gradients.map((each) => each.map((value) => Math.max(-0.1, Math.min(0.1, value))));
    expectWeights(await train({ name: 'sgd', clipValue: 0.1 }), referenceSteps(descent, clip));
  });

  it('by the norm of each weight', async () => {
    const clip = (gradients: Weights) => gradients.map((each) => scale(each, Math.min(1, 0.3 / norm(each))));
    expectWeights(await train({ name: 'sgd', clipNorm: 0.3 }), referenceSteps(descent, clip));
  });

  it('by the norm of all together', async () => {
    const clip = (gradients: Weights) =>
      gradients.map((each) => scale(each, Math.min(1, 0.3 / norm(gradients.flat()))));
    expectWeights(await train({ name: 'sgd', globalClipNorm: 0.3 }), referenceSteps(descent, clip));
  });

  it('before the optimizer uses them', async () => {
    const clip = (gradients: Weights) =>
      gradients.map((each) => each.map((value) => Math.max(-0.1, Math.min(0.1, value))));
    const found = await train({ name: 'sgd', momentum: 0.9, clipValue: 0.1 });
    expectWeights(found, referenceSteps(momentum(0.9, false), clip));
  });

  it('not if they are within the bound', async () => {
    expectWeights(await train({ name: 'sgd', globalClipNorm: 100 }), referenceSteps(descent));
  });
});
