import { expect, it } from 'vitest';
import { engineNames } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { openMultiplier } from '../../src/multiplier/openMultiplier.js';

const left = { data: Float32Array.of(1, 2, 3, 4, 5, 6), nRows: 2, nColumns: 3 };
const leftTransposed = { data: Float32Array.of(1, 4, 2, 5, 3, 6), nRows: 3, nColumns: 2 };
const right = { data: Float32Array.of(1, 0, 2, -1, 0, 3), nRows: 3, nColumns: 2 };
const rightTransposed = { data: Float32Array.of(1, 2, 0, 0, -1, 3), nRows: 2, nColumns: 3 };

it.each(engineNames.filter((name) => name !== 'tfjs-node'))(
  'the multiplier of %s multiplies two matrices, either of them transposed',
  async (name) => {
    const multiplier = openMultiplier(await openEngine(name, { threads: 1 }));
    const products = [
      await multiplier.multiply(left, right, 'none'),
      await multiplier.multiply(leftTransposed, right, 'left'),
      await multiplier.multiply(left, rightTransposed, 'right'),
    ];
    for (const product of products) expect([...product]).toEqual([5, 7, 14, 13]);
    await multiplier.dispose();
  },
);
