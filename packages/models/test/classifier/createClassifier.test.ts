import { classifierKinds, createClassifier as createPlainClassifier } from '@ser/classifiers';
import { toOnnx } from '@ser/onnx';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { loadClassifier } from '../../src/classifier/loadClassifier.js';
import type { NetworkClassifier } from '../../src/classifier/networkClassifier.js';
import type { Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { tones } from '../tones.js';

const { x, y } = tones(24);
const shape = { inputShape: [16, 4], nClasses: 3 };

describe.each(['onnx-node', 'tfjs-wasm'] as const)('on %s', (name) => {
  it.each(classifierKinds)('%s is fitted as in plain TypeScript', async (kind) => {
    const engine = await openEngine(name, { threads: 1 });
    const [onEngine, plain] = [
      createClassifier({ kind }, { ...shape, engine, seed: 1 }),
      createPlainClassifier({ kind }, shape),
    ];
    await onEngine.fit(x, y, { seed: 1 });
    await plain.fit(x, y, {});
    expect(onEngine.choice!.C).toBe(plain.choice!.C);
    const expected = await plain.predictProbabilities(x);
    const probabilities = await onEngine.predictProbabilities(x);
    probabilities.forEach((probability, i) => expect(probability).toBeCloseTo(expected[i]!, 3));
    onEngine.dispose();
  });
});

describe('a classifier that an engine fitted', () => {
  it('is saved as a network of standard layers, which ONNX expresses', async () => {
    const engine = await openEngine('onnx-node', { threads: 1 });
    const ridge = createClassifier({ kind: 'ridge' }, { ...shape, engine, seed: 1 });
    await ridge.fit(x, y, { seed: 1 });
    const loaded = await loadClassifier(await ridge.save(), engine);
    const { model } = loaded as NetworkClassifier;
    expect(model.layers.map((layer) => layer.getClassName())).toEqual(['Flatten', 'Dense']);
    expect(toOnnx(model).length).toBeGreaterThan(4 * 64 * 3);
    expect(await loaded.predictProbabilities(x)).toEqual(await ridge.predictProbabilities(x));
    ridge.dispose();
    loaded.dispose();
  });
});

describe('createClassifier', () => {
  it.each([{ kind: 'ridge' }, { kind: 'dense', units: [] }] as const)(
    'rejects an engine that is not open, for %o',
    (description) => {
      const closed: Engine = { name: 'tfjs-node', description: '' };
      expect(() => createClassifier(description, { ...shape, engine: closed, seed: 1 })).toThrow(
        expect.objectContaining({ code: 'engine-unavailable' }),
      );
    },
  );
});
