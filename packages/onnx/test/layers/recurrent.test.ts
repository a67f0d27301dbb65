import '@tensorflow/tfjs-backend-cpu';
import {
  input,
  layers,
  type LayersModel,
  model as functional,
  sequential,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { toOnnx } from '../../src/toOnnx.js';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import { errorFrom } from '../errorFrom.js';
import { openSession } from '../session.js';
import { summingLayer } from './summingLayer.js';

const plain = { units: 1, recurrentInitializer: 'glorotUniform' } as const;
const inputShape = [4, 2];
const only = (layer: InstanceType<typeof layers.Layer>) => sequential({ layers: [layer] });
const train = (model: LayersModel) =>
  toTrainingGraph(model, { loss: 'meanSquaredError', optimizer: { name: 'sgd' } });

describe('a recurrent layer', () => {
  it.each([
    ['the last output', {}, [111]],
    ['all outputs', { returnSequences: true }, [1, 11, 111]],
    ['the last output of going backward', { goBackwards: true }, [111]],
    [
      'all outputs of going backward, last step first',
      { goBackwards: true, returnSequences: true },
      [100, 110, 111],
    ],
  ])('gives %s', async (_what, settings, expected) => {
    const run = await openSession(toOnnx(only(summingLayer(settings))));
    const { output } = await run({ input: { shape: [1, 3, 1], data: Float32Array.of(1, 10, 100) } });
    expect([...output!]).toEqual(expected);
  });

  it.each([
    ['dropout', { dropout: 0.5 }],
    ['recurrent_dropout', { recurrentDropout: 0.5 }],
  ])('rejects `%s` in training; prediction ignores it', (option, settings) => {
    const model = only(layers.lstm({ ...plain, inputShape, ...settings, name: 'memory' }));
    const error = errorFrom(() => train(model));
    expect(error).toMatchObject({ code: 'unsupported-option', layer: 'memory' });
    expect(error.message).toContain(`\`${option}\` of the LSTM layer "memory" must be 0 in training`);
    expect(toOnnx(model).length).toBeGreaterThan(0);
  });

  it('rejects a state that is kept from batch to batch', () => {
    const model = only(layers.gru({ ...plain, stateful: true, batchInputShape: [1, ...inputShape] }));
    const error = errorFrom(() => toOnnx(model));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toContain('`stateful` of the GRU layer');
  });

  it('rejects an activation whose slope does not follow from its value, and lists the others', () => {
    const error = errorFrom(() => toOnnx(only(layers.gru({ ...plain, activation: 'gelu', inputShape }))));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toMatch(/`activation` of the GRU layer .* must be one of elu, .* got 'gelu'/);
  });

  it('rejects an initial state', () => {
    const x = input({ shape: inputShape });
    const state = layers.dense({ units: 1 }).apply(layers.flatten().apply(x)) as SymbolicTensor;
    const y = layers.simpleRNN(plain).apply(x, { initialState: [state] }) as SymbolicTensor;
    const error = errorFrom(() => toOnnx(functional({ inputs: x, outputs: y })));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toContain('`initial_state` of the SimpleRNN layer');
  });
});
