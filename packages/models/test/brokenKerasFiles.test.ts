import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openEngine } from '../src/engine/openEngine.js';
import { loadKerasWeights } from '../src/keras.js';
import { dense } from '../src/network/dense.js';
import { kerasFile } from './kerasRecord.js';

describe('a Keras file that is cut short', () => {
  beforeAll(() => openEngine('tfjs-cpu'));

  // h5wasm takes hold of the console when it is first loaded: here, and in no other test of this file before.
  it.each(['dense.keras', 'dense.weights.h5', 'dense.h5'])('is refused without a print: %s', async (name) => {
    const print = vi.spyOn(console, 'error');
    const model = dense({ inputShape: [2, 5], nClasses: 4, seed: 1, units: [7, 6] });
    const bytes = kerasFile(name);
    for (const share of [0.01, 0.5, 0.99]) {
      const loading = loadKerasWeights(model, bytes.slice(0, Math.floor(bytes.length * share)));
      await expect(loading).rejects.toMatchObject({ code: 'invalid-model-files', cause: expect.anything() });
      await expect(loading).rejects.toThrow('it may be cut short');
    }
    await loadKerasWeights(model, bytes); // and the reader works on
    expect(print).not.toHaveBeenCalled();
  });
});
