import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { classifierOf } from '../../src/classifier/classifierOf.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { tones } from '../tones.js';

describe('classifierOf', () => {
  it('makes a classifier from a model of your own', async () => {
    const engine = await openEngine('tfjs-cpu');
    const { x } = tones(6);
    const model = sequential({
      layers: [
        layers.flatten({ inputShape: x.shape.slice(1) }),
        layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });
    const classifier = classifierOf(model, engine);
    expect(classifier).toMatchObject({ inputShape: [16, 4], nClasses: 3 });
    expect(await classifier.predictProbabilities(x)).toEqual(await predictNetwork(model, x, { engine }));
    classifier.dispose();
    await expect(classifier.predictProbabilities(x)).rejects.toMatchObject({ code: 'disposed' });
  });

  it('rejects a model that is not a classifier', async () => {
    const engine = await openEngine('tfjs-cpu');
    const model = sequential({ layers: [layers.dense({ units: 3, inputShape: [16, 4] })] });
    expect(() => classifierOf(model, engine)).toThrowError(
      expect.objectContaining({ code: 'invalid-network' }),
    );
  });
});
