import { describe, expect, it } from 'vitest';
import type { ClassifierFiles } from '../../src/classifier/classifier.js';
import { loadClassifier } from '../../src/network/loadClassifier.js';
import { denseToTwo, savedNetwork, withJson } from './savedNetwork.js';

const softmaxOfTwo = savedNetwork([2], [denseToTwo('softmax')]);
const x = { data: Float32Array.of(1, 2, 0, 0), shape: [2, 2] };

describe('loadClassifier', () => {
  it('predicts softmax(x · kernel + bias)', async () => {
    const classifier = loadClassifier(softmaxOfTwo);
    expect(classifier).toMatchObject({ inputShape: [2], nClasses: 2 });
    const probabilities = await classifier.predictProbabilities(x);
    // scores 7.5 and 9.5, then 0.5 and -0.5
    const expected = [
      1 / (1 + Math.exp(2)),
      1 / (1 + Math.exp(-2)),
      1 / (1 + Math.exp(-1)),
      1 / (1 + Math.E),
    ];
    expected.forEach((value, i) => expect(probabilities[i]).toBeCloseTo(value, 7));
  });

  it('predicts more examples than one batch holds', async () => {
    const classifier = loadClassifier(softmaxOfTwo);
    const data = Float32Array.from({ length: 400 }, (_, i) => Math.sin(i));
    const all = await classifier.predictProbabilities({ data, shape: [200, 2] });
    const last = await classifier.predictProbabilities({ data: data.subarray(398), shape: [1, 2] });
    expect(all.subarray(398)).toEqual(last);
  });

  it('reads a network that the converter from Keras wrote', async () => {
    const converted = withJson(softmaxOfTwo, (json) => {
      const { class_name, config } = json.modelTopology;
      const [first] = config.layers;
      const { batch_input_shape, ...dense } = first!.config;
      const input = { class_name: 'InputLayer', config: { name: 'input', batch_shape: batch_input_shape } };
      const layers = [input, { class_name: 'Dense', config: dense }];
      Object.assign(json, { modelTopology: { model_config: { class_name, config: layers } } });
    });
    expect(await loadClassifier(converted).predictProbabilities(x)).toEqual(
      await loadClassifier(softmaxOfTwo).predictProbabilities(x),
    );
  });

  it('restores weights stored as float16, uint8, or uint16', async () => {
    const quantized = (dtype: string, stored: Uint8Array, scale?: number, min?: number) => ({
      ...withJson(softmaxOfTwo, (json) => {
        for (const weight of json.weightsManifest[0]!.weights) {
          weight.quantization = { dtype, original_dtype: 'float32', ...(scale && { scale, min }) };
        }
      }),
      'weights.bin': stored,
    });
    const exact = await loadClassifier(softmaxOfTwo).predictProbabilities(x);
    const float16 = Uint16Array.of(0x3c00, 0x4000, 0x4200, 0x4400, 0x3800, 0xb800);
    const steps = [3, 5, 7, 9, 2, 0]; // (value + 0.5) / 0.5
    for (const files of [
      quantized('float16', new Uint8Array(float16.buffer)),
      quantized('uint8', Uint8Array.from(steps), 0.5, -0.5),
      quantized('uint16', new Uint8Array(Uint16Array.from(steps).buffer), 0.5, -0.5),
    ]) {
      expect(await loadClassifier(files).predictProbabilities(x)).toEqual(exact);
    }
  });

  it('saves the files that it was loaded from', async () => {
    expect(await loadClassifier(softmaxOfTwo).save()).toEqual(softmaxOfTwo);
  });

  it('rejects examples of another shape', async () => {
    const wrong = loadClassifier(softmaxOfTwo).predictProbabilities({ data: x.data, shape: [1, 4] });
    await expect(wrong).rejects.toMatchObject({ name: 'SerError', code: 'shape-mismatch' });
  });

  it('predicts nothing after it was disposed, which may happen twice', async () => {
    const classifier = loadClassifier(softmaxOfTwo);
    classifier.dispose();
    classifier.dispose();
    await expect(classifier.predictProbabilities(x)).rejects.toMatchObject({ code: 'disposed' });
    await expect(classifier.save()).rejects.toMatchObject({ code: 'disposed' });
  });
});

describe('loadClassifier rejects as unsupported', () => {
  it.each<[string, ClassifierFiles, string]>([
    [
      'a layer that only TensorFlow.js computes',
      savedNetwork([8, 2], [{ className: 'Conv1D' }, denseToTwo('softmax')]),
      'the layer `layer0` (Conv1D) is not supported',
    ],
    [
      'an activation of its own',
      savedNetwork([2], [denseToTwo('mish')]),
      'the layer `layer0` (Dense, activation "mish") is not supported',
    ],
  ])('%s', (_name, files, message) => {
    expect(() => loadClassifier(files)).toThrow(
      expect.objectContaining({ code: 'unsupported-network', layer: 'layer0' }),
    );
    expect(() => loadClassifier(files)).toThrow(`${message}. Load the network with \`loadClassifier\` of`);
  });

  it('a network that is not sequential', () => {
    const files = withJson(softmaxOfTwo, (json) => (json.modelTopology.class_name = 'Functional'));
    expect(() => loadClassifier(files)).toThrow('a network must be Sequential; got Functional');
  });
});

describe('loadClassifier rejects', () => {
  const without = (name: string) =>
    Object.fromEntries(Object.entries(softmaxOfTwo).filter(([key]) => key !== name));
  const firstWeight = (json: Parameters<Parameters<typeof withJson>[1]>[0]) =>
    json.weightsManifest[0]!.weights[0]!;

  it.each<[string, ClassifierFiles, string, string]>([
    ['no files', {}, 'model.json', 'has no `model.json`; it has no files'],
    ['missing weights', without('weights.bin'), 'weights.bin', 'has no `weights.bin`; it has model.json'],
    [
      'weights cut short',
      { ...softmaxOfTwo, 'weights.bin': softmaxOfTwo['weights.bin']!.subarray(4) },
      'weights.bin',
      '`weights.bin` must have 24 bytes of weights; got 20',
    ],
    [
      'a description cut short',
      { ...softmaxOfTwo, 'model.json': softmaxOfTwo['model.json']!.subarray(0, 50) },
      'model.json',
      '`model.json` is not JSON',
    ],
    [
      'other JSON',
      { ...softmaxOfTwo, 'model.json': new TextEncoder().encode('[1]') },
      'model.json',
      'not in the TensorFlow.js layers format',
    ],
    [
      'a weight without a shape',
      withJson(softmaxOfTwo, (json) => Object.assign(firstWeight(json), { shape: null })),
      'model.json',
      'not in the TensorFlow.js layers format',
    ],
    [
      'a negative size',
      withJson(softmaxOfTwo, (json) => Object.assign(firstWeight(json), { shape: [-2, -2] })),
      'model.json',
      'not in the TensorFlow.js layers format',
    ],
    [
      'weights of another data type',
      withJson(softmaxOfTwo, (json) => Object.assign(firstWeight(json), { dtype: 'int32' })),
      'model.json',
      'The data type of the weight `layer0/kernel` must be float32; got int32',
    ],
    [
      'a weight that is not listed',
      withJson(softmaxOfTwo, (json) => Object.assign(firstWeight(json), { name: 'other/kernel' })),
      'model.json',
      'lists no weight `layer0/kernel`',
    ],
    [
      'a weight of another shape',
      withJson(softmaxOfTwo, (json) => Object.assign(firstWeight(json), { shape: [4, 1] })),
      'model.json',
      'The weight `layer0/kernel` must have the shape [2, 2]; got [4, 1]',
    ],
    [
      'a weight of no layer',
      withJson(softmaxOfTwo, (json) => {
        json.modelTopology.config.layers[0]!.config['use_bias'] = false;
      }),
      'model.json',
      'The weight `layer0/bias` belongs to no layer',
    ],
    [
      'an open input shape',
      withJson(softmaxOfTwo, (json) => {
        json.modelTopology.config.layers[0]!.config['batch_input_shape'] = [null, null];
      }),
      'model.json',
      'has no fixed input shape',
    ],
    [
      'layers that are no objects',
      withJson(softmaxOfTwo, (json) => Object.assign(json.modelTopology.config, { layers: [null] })),
      'model.json',
      'without a class name',
    ],
    [
      'a network that is not a classifier',
      savedNetwork([3, 2], [denseToTwo('relu')]),
      'model.json',
      'its output has the shape [n, 3, 2]',
    ],
  ])('%s', (_name, files, file, message) => {
    expect(() => loadClassifier(files)).toThrow(
      expect.objectContaining({ name: 'SerError', code: 'invalid-model-files', file }),
    );
    expect(() => loadClassifier(files)).toThrow(message);
  });
});
