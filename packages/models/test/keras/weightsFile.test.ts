import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { loadKerasWeights } from '../../src/keras.js';
import { dense } from '../../src/network/dense.js';
import { kerasFile } from '../likeKeras/kerasRecord.js';

describe('a Keras file that is cut short', () => {
  beforeAll(() => openEngine('tfjs-cpu'));

  // h5wasm captures the console when it is first loaded, so this file has its own module graph.
  it.each(['dense.keras', 'dense.weights.h5', 'dense.h5'])(
    'is rejected without printing: %s',
    async (name) => {
      const print = vi.spyOn(console, 'error');
      const model = dense({ inputShape: [2, 5], nClasses: 4, seed: 1, units: [7, 6] });
      const bytes = kerasFile(name);
      for (const share of [0.01, 0.5, 0.99]) {
        const loading = loadKerasWeights(model, bytes.slice(0, Math.floor(bytes.length * share)));
        await expect(loading).rejects.toMatchObject({
          code: 'invalid-model-files',
          cause: expect.anything(),
        });
        await expect(loading).rejects.toThrow('it may be cut short');
      }
      await loadKerasWeights(model, bytes); // and the reader still works
      expect(print).not.toHaveBeenCalled();
    },
  );
});
