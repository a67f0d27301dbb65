import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/createClassifier.js';
import { currentBackend } from '../../src/engine/currentBackend.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { tones } from '../tones.js';

describe('currentBackend', () => {
  it('is an engine on the backend that was set, and stays on it when another becomes current', async () => {
    await openEngine('tfjs-wasm');
    const engine = currentBackend();
    await openEngine('tfjs-cpu');
    expect(engine).toMatchObject({ name: 'tfjs-current', backend: 'wasm' });

    const { x, y } = tones(12);
    const network = { kind: 'cnn1d', convolutions: [{ filters: 3, kernelSize: 3 }] } as const;
    const classifier = createClassifier(network, { engine, inputShape: [16, 4], nClasses: 3, seed: 1 });
    const [record] = await classifier.fit(x, y, { seed: 1, epochs: 1 });
    expect(record!.loss).toBeGreaterThan(0);
    expect(tf.getBackend()).toBe('wasm');
  });

  it('is rejected for a backend that was removed', () => {
    const gone = { ...currentBackend(), backend: 'gone' };
    const options = { engine: gone, inputShape: [16, 4], nClasses: 3, seed: 1 };
    expect(() =>
      createClassifier({ kind: 'cnn1d', convolutions: [{ filters: 3, kernelSize: 3 }] }, options),
    ).toThrow(expect.objectContaining({ code: 'engine-unavailable' }));
  });
});
