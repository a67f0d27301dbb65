import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { classifierOf } from '../../src/classifier/classifierOf.js';
import type { Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { loadKerasModel } from '../../src/keras.js';
import { kerasExamples, kerasFile, kerasRecord } from '../likeKeras/kerasRecord.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('tfjs-cpu');
});

const config = (json: unknown) => zipSync({ 'config.json': new TextEncoder().encode(JSON.stringify(json)) });

describe('loadKerasModel', () => {
  const saved = kerasRecord.files.filter(({ file }) => file.endsWith('.keras'));

  it.each(saved)('$file predicts the same as in Keras, without its architecture', async (recorded) => {
    const classifier = classifierOf(await loadKerasModel(kerasFile(recorded.file)), engine);
    expect(classifier.inputShape).toEqual(recorded.inputShape);
    const probabilities = await classifier.predictProbabilities(kerasExamples(recorded.inputShape).x);
    const differences = Array.from(probabilities, (value, i) => Math.abs(value - recorded.predictions[i]!));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
    classifier.dispose();
  });

  it.each([
    [new TextEncoder().encode('weights'), 'The file must be a `.keras` file'],
    [zipSync({ 'metadata.json': new Uint8Array() }), 'must contain `config.json`'],
    [config({ class_name: 'Functional', config: {} }), 'must be `Sequential`; got `Functional`'],
    [config([]), 'must be `Sequential`; got `undefined`'],
    [
      config({
        class_name: 'Sequential',
        config: { layers: [{ class_name: 'Conv1D', config: { groups: 2 } }] },
      }),
      'A `Conv1D` has 2 groups',
    ],
    [
      config({
        class_name: 'Sequential',
        config: { name: 's', layers: [{ class_name: 'MyLayer', config: {} }] },
      }),
      'has the layer `MyLayer`, which is not built in',
    ],
  ])('rejects a file that is not a sequential model', async (bytes, message) => {
    await expect(loadKerasModel(bytes)).rejects.toThrow(message);
    await expect(loadKerasModel(bytes)).rejects.toMatchObject({ code: 'invalid-model-files' });
  });
});
