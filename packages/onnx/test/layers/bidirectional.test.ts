import '@tensorflow/tfjs-backend-cpu';
import { input, layers, model, sequential, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../../src/toOnnx.js';
import { errorFrom } from '../errorFrom.js';
import { openSession } from '../session.js';
import { summingLayer } from './summingLayer.js';

describe('Bidirectional', () => {
  it('runs both ways in time, and joins the outputs of each step', async () => {
    const layer = summingLayer({ returnSequences: true });
    const both = layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [3, 1] });
    const run = await openSession(toOnnx(sequential({ layers: [both] })));
    const { output } = await run({ input: { shape: [1, 3, 1], data: Float32Array.of(1, 10, 100) } });
    expect([...output!]).toEqual([1, 111, 11, 110, 111, 100]);
  });

  it('rejects several outputs', () => {
    const layer = layers.lstm({ units: 1, recurrentInitializer: 'glorotUniform', returnState: false });
    const x = input({ shape: [4, 2] });
    const both = layers.bidirectional({ layer, mergeMode: null as unknown as 'concat', name: 'two' });
    const [first] = both.apply(x) as SymbolicTensor[];
    const error = errorFrom(() => toOnnx(model({ inputs: x, outputs: first! })));
    expect(error).toMatchObject({ code: 'unsupported-model', layer: 'two' });
    expect(error.message).toContain('several outputs');
  });
});
