import { SerError } from '@ser/core';
import '@tensorflow/tfjs-backend-cpu';
import { tensor } from '@tensorflow/tfjs-core';
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
import { openSession } from '../session.js';

const plain = { units: 1, recurrentInitializer: 'glorotUniform' } as const;

describe('a recurrent layer', () => {
  // With all weights 1 and a relu, an Elman cell adds up what it has seen.
  const summing = (settings: object) => {
    const ones = { kernelInitializer: 'ones', recurrentInitializer: 'ones' } as const;
    const layer = layers.simpleRNN({
      units: 1,
      activation: 'relu',
      ...ones,
      inputShape: [3, 1],
      ...settings,
    });
    return sequential({ layers: [layer] });
  };
  const x = { shape: [1, 3, 1], data: Float32Array.of(1, 10, 100) };

  it.each([
    ['the last output', {}, [111]],
    ['all outputs', { returnSequences: true }, [1, 11, 111]],
    ['the last output of going backwards', { goBackwards: true }, [111]],
    [
      'all outputs of going backwards, last step first',
      { goBackwards: true, returnSequences: true },
      [100, 110, 111],
    ],
  ])('gives %s', async (_what, settings, expected) => {
    const run = await openSession(toOnnx(summing(settings)));
    const { output } = await run({ input: x });
    expect([...output!]).toEqual(expected);
  });

  it('runs both ways in time when bidirectional, and meets at each step', async () => {
    const [layer] = summing({ returnSequences: true }).layers as [ReturnType<typeof layers.simpleRNN>];
    const both = layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [3, 1] });
    const run = await openSession(toOnnx(sequential({ layers: [both] })));
    const { output } = await run({ input: x });
    expect([...output!]).toEqual([1, 111, 11, 110, 111, 100]);
  });
});

describe('an embedding', () => {
  it('gives the rows of its table', async () => {
    const layer = layers.embedding({ inputDim: 3, outputDim: 2, inputLength: 2 });
    const model = sequential({ layers: [layer] });
    layer.setWeights([tensor([0, 1, 10, 11, 20, 21], [3, 2])]);
    const run = await openSession(toOnnx(model));
    const { output } = await run({ input: { shape: [1, 2], data: Float32Array.of(2, 0) } });
    expect([...output!]).toEqual([20, 21, 0, 1]);
  });
});

describe('what is not supported over time', () => {
  const inputShape = [4, 2];
  const refusal = (make: () => unknown): SerError => {
    try {
      make();
    } catch (error) {
      if (error instanceof SerError) return error;
      throw error;
    }
    throw new Error('nothing was refused');
  };
  const training = (model: LayersModel) =>
    toTrainingGraph(model, { loss: 'meanSquaredError', optimizer: { name: 'sgd' } });
  const only = (layer: InstanceType<typeof layers.Layer>) => sequential({ layers: [layer] });

  it.each([
    ['dropout', { dropout: 0.5 }],
    ['recurrent_dropout', { recurrentDropout: 0.5 }],
  ])('is `%s` inside a layer in training; prediction ignores it', (option, settings) => {
    const model = only(layers.lstm({ ...plain, inputShape, ...settings, name: 'memory' }));
    const error = refusal(() => training(model));
    expect(error).toMatchObject({ code: 'unsupported-option', layer: 'memory' });
    expect(error.message).toContain(`\`${option}\` of the LSTM layer "memory" must be 0 in training`);
    expect(toOnnx(model).length).toBeGreaterThan(0);
  });

  it('is a layer that remembers from batch to batch', () => {
    const model = only(layers.gru({ ...plain, stateful: true, batchInputShape: [1, ...inputShape] }));
    const error = refusal(() => toOnnx(model));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toContain('`stateful` of the GRU layer');
  });

  it('is an activation whose slope its value does not tell, with the list of the others', () => {
    const model = only(layers.gru({ ...plain, activation: 'gelu', inputShape }));
    const error = refusal(() => toOnnx(model));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toMatch(/`activation` of the GRU layer .* must be one of elu, .* got "gelu"/);
  });

  it('is an initial state', () => {
    const x = input({ shape: inputShape });
    const state = layers.dense({ units: 1 }).apply(layers.flatten().apply(x)) as SymbolicTensor;
    const y = layers.simpleRNN(plain).apply(x, { initialState: [state] }) as SymbolicTensor;
    const error = refusal(() => toOnnx(functional({ inputs: x, outputs: y })));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toContain('`initial_state` of the SimpleRNN layer');
  });

  it('is an embedding that masks zeros', () => {
    const model = only(layers.embedding({ inputDim: 3, outputDim: 2, inputLength: 4, maskZero: true }));
    const error = refusal(() => toOnnx(model));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toContain('`mask_zero` of the Embedding layer');
  });

  it('is masking', () => {
    const error = refusal(() => toOnnx(only(layers.masking({ inputShape }))));
    expect(error.code).toBe('unsupported-layer');
    expect(error.message).toContain('is a Masking');
  });

  it('is a layer of several outputs', () => {
    const layer = layers.lstm({ ...plain, returnState: false });
    const x = input({ shape: inputShape });
    const both = layers.bidirectional({ layer, mergeMode: null as unknown as 'concat', name: 'two' });
    const [first] = both.apply(x) as SymbolicTensor[];
    const error = refusal(() => toOnnx(functional({ inputs: x, outputs: first! })));
    expect(error).toMatchObject({ code: 'unsupported-model', layer: 'two' });
    expect(error.message).toContain('several outputs');
  });

  it('is batch normalisation in each step, whose statistics are of the step', () => {
    const layer = layers.batchNormalization();
    const error = refusal(() => toOnnx(only(layers.timeDistributed({ layer, inputShape }))));
    expect(error.code).toBe('unsupported-option');
    expect(error.message).toContain('contains a BatchNormalization, which is not supported there. Supported: ');
  });
});
