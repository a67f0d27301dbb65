import '@tensorflow/tfjs-backend-cpu';
import {
  input,
  layers,
  model,
  models,
  regularizers,
  sequential,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/network/network.js';
import { readNetwork } from '../../src/network/readNetwork.js';
import { errorFrom } from '../errorFrom.js';

function apply(layer: layers.Layer, ...inputs: SymbolicTensor[]): SymbolicTensor {
  return layer.apply(inputs.length === 1 ? inputs[0]! : inputs) as SymbolicTensor;
}

function describeNodes({ nodes }: Network): string[] {
  return nodes.map(({ name, inputs, outputShape }) => {
    return `${inputs.map((each) => each.name).join('+')} -> ${name} [${outputShape.join()}]`;
  });
}

describe('readNetwork', () => {
  it('reads a sequential model and adds an input', () => {
    const network = readNetwork(
      sequential({
        layers: [
          layers.dense({ name: 'd', units: 3, inputShape: [5, 4], activation: 'hardSigmoid' }),
          layers.flatten({ name: 'f' }),
        ],
      }),
    );
    expect(describeNodes(network)).toEqual([' -> d [5,4]', 'd -> d [5,3]', 'd -> f [15]']);
    expect(network.nodes.map((node) => node.className)).toEqual(['InputLayer', 'Dense', 'Flatten']);
    expect(network.nodes[1]!.config).toMatchObject({ units: 3, activation: 'hard_sigmoid', use_bias: true });
  });

  it('reads weights in the order of Keras, named after the layer', () => {
    const dense = layers.dense({ name: 'd', units: 2, inputShape: [3], biasInitializer: 'ones' });
    const normalization = layers.batchNormalization({ name: 'bn' });
    const { nodes } = readNetwork(sequential({ layers: [dense, normalization] }));
    expect(nodes[1]!.weights.map(({ name, shape }) => [name, shape])).toEqual([
      ['d/kernel', [3, 2]],
      ['d/bias', [2]],
    ]);
    expect(nodes[1]!.weights[1]).toMatchObject({ layer: 'd', index: 1, values: Float32Array.of(1, 1) });
    expect(nodes[2]!.weights.map(({ name, trainable }) => [name, trainable])).toEqual([
      ['bn/gamma', true],
      ['bn/beta', true],
      ['bn/moving_mean', false],
      ['bn/moving_variance', false],
    ]);
  });

  it('treats a frozen layer as not trainable', () => {
    const frozen = layers.dense({ units: 2, inputShape: [3], trainable: false });
    const { output } = readNetwork(sequential({ layers: [frozen] }));
    expect(output.weights.map(({ trainable }) => trainable)).toEqual([false, false]);
  });

  it('reads branches, and gives each use of a shared layer its node, shapes and the same weights', () => {
    const x = input({ shape: [8, 2], name: 'x' });
    const shared = layers.conv1d({ name: 'c', filters: 2, kernelSize: 3 });
    const once = apply(shared, x);
    const cropped = apply(layers.reshape({ name: 'r', targetShape: [6, 2] }), once);
    const sum = apply(layers.concatenate({ name: 's', axis: 1 }), once, apply(shared, cropped));
    const network = readNetwork(model({ inputs: x, outputs: sum }));
    expect(describeNodes(network)).toEqual([
      ' -> x [8,2]',
      'x -> c [6,2]',
      'c -> r [6,2]',
      'r -> c [4,2]',
      'c+c -> s [10,2]',
    ]);
    const [first, second] = network.nodes.filter(({ name }) => name === 'c');
    expect(second!.inputShapes).toEqual([[6, 2]]);
    expect(second!.weights).toBe(first!.weights);
  });

  it('replaces nested models by their layers, also if used twice', () => {
    const inner = sequential({
      name: 'inner',
      layers: [layers.dense({ name: 'd', units: 4, inputShape: [4] })],
    });
    const x = input({ shape: [4], name: 'x' });
    const outer = model({ inputs: x, outputs: apply(inner, apply(inner, x)) });
    const network = readNetwork(sequential({ layers: [outer, layers.dense({ name: 'd', units: 2 })] }));
    expect(describeNodes(network)).toEqual([' -> x [4]', 'x -> d [4]', 'd -> d [4]', 'd -> d [2]']);
    expect(network.output.weights.map(({ name }) => name)).toEqual(['d/kernel_1', 'd/bias_1']);
  });

  it('reads a model that TensorFlow.js saved and loaded', async () => {
    const built = sequential({ layers: [layers.dense({ name: 'd', units: 3, inputShape: [4] })] });
    const loaded = await models.modelFromJSON(JSON.parse(built.toJSON() as string) as never);
    expect(describeNodes(readNetwork(loaded))).toEqual(describeNodes(readNetwork(built)));
  });

  it('keeps the settings of regularizers', () => {
    const kernelRegularizer = regularizers.l1l2({ l1: 0.25, l2: 0.5 });
    const { output } = readNetwork(
      sequential({ layers: [layers.dense({ units: 1, inputShape: [2], kernelRegularizer })] }),
    );
    expect(output.config.kernel_regularizer).toEqual({ class_name: 'L1L2', config: { l1: 0.25, l2: 0.5 } });
  });

  it('keeps names in camel case', () => {
    const x = input({ shape: [2], name: 'theInput' });
    const y = apply(layers.dense({ units: 1, name: 'myDense' }), x);
    const network = readNetwork(model({ inputs: x, outputs: y }));
    expect(describeNodes(network)).toEqual([' -> theInput [2]', 'theInput -> myDense [1]']);
  });
});

describe('readNetwork rejects', () => {
  it('several inputs and several outputs', () => {
    const [a, b] = [input({ shape: [2] }), input({ shape: [2] })];
    const sum = apply(layers.add(), a, b);
    const twoInputs = errorFrom(() => readNetwork(model({ inputs: [a, b], outputs: sum, name: 'pair' })));
    expect(twoInputs.code).toBe('unsupported-model');
    expect(twoInputs.message).toContain('Model "pair" has 2 inputs');
    const dense = () => apply(layers.dense({ units: 1 }), a);
    expect(errorFrom(() => readNetwork(model({ inputs: a, outputs: [dense(), dense()] }))).message).toContain(
      'has 2 outputs',
    );
  });

  it('a size that is not fixed', () => {
    const open = sequential({ layers: [layers.dense({ name: 'd', units: 2, inputShape: [null, 3] })] });
    const { code, message } = errorFrom(() => readNetwork(open));
    expect(code).toBe('unsupported-model');
    expect(message).toContain('Layer "d" has the shape [null, null, 3]');
  });

  it('a layer with several outputs', () => {
    const x = input({ shape: [5, 2] });
    const [sequence] = layers
      .lstm({ name: 'l', units: 2, returnState: true, recurrentInitializer: 'glorotUniform' })
      .apply(x) as SymbolicTensor[];
    const { code, layer } = errorFrom(() => readNetwork(model({ inputs: x, outputs: sequence! })));
    expect(code).toBe('unsupported-model');
    expect(layer).toBe('l');
  });

  it('an object that is not a model', () => {
    const { code, message } = errorFrom(() =>
      readNetwork({ layers: [], toJSON: () => ({ class_name: 'Graph' }) }),
    );
    expect(code).toBe('unsupported-model');
    expect(message).toContain('"Graph"');
  });
});
