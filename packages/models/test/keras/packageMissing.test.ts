import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { loadKerasWeights } from '../../src/keras.js';
import { dense } from '../../src/network/dense.js';
import { kerasFile } from '../likeKeras/kerasRecord.js';

vi.mock('h5wasm', () => {
  throw new Error("Cannot find package 'h5wasm'");
});
vi.mock('fflate', () => {
  throw new Error("Cannot find package 'fflate'");
});

describe('without the packages that read Keras files', () => {
  beforeAll(() => openEngine('tfjs-cpu'));

  it.each([
    ['dense.keras', 'fflate'],
    ['dense.h5', 'h5wasm'],
  ])('%s requires %s', async (file, name) => {
    const model = dense({ inputShape: [2, 5], nClasses: 4, seed: 1, units: [7, 6] });
    const loading = loadKerasWeights(model, kerasFile(file));
    await expect(loading).rejects.toMatchObject({ code: 'package-missing', cause: expect.any(Error) });
    await expect(loading).rejects.toThrow(`Install it with \`npm install ${name}\`.`);
  });
});
