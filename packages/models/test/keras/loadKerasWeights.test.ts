import { layers, type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineName } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { loadKerasWeights } from '../../src/keras.js';
import { buildNetwork } from '../../src/network/buildNetwork.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { hdf5File, zeros } from '../hdf5File.js';
import { kerasExamples, kerasFile, kerasRecord } from '../likeKeras/kerasRecord.js';

const { keras, files, nClasses } = kerasRecord;

type Recorded = (typeof files)[number];

const build = ({ network, inputShape }: Pick<Recorded, 'network' | 'inputShape'>) =>
  buildNetwork(network, { inputShape, nClasses, seed: 1 });

const recordOf = (name: string) => files.find(({ file }) => file === name)!;

/** Largest difference of two lists of probabilities. */
const difference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

describe(`files of Keras ${keras}`, () => {
  // The largest difference is 1e-7.
  it.each(
    files.flatMap((recorded) => (['onnx-node', 'tfjs-wasm'] as const).map((name) => ({ ...recorded, name }))),
  )('$file predicts the same on $name as in Keras', async ({ name, file, predictions, ...recorded }) => {
    const engine = await openEngine(name satisfies EngineName);
    const model = build(recorded);
    const { x } = kerasExamples(recorded.inputShape);
    expect(difference(await predictNetwork(model, x, { engine }), predictions)).toBeGreaterThan(0.01);
    await loadKerasWeights(model, kerasFile(file));
    const now = await predictNetwork(model, x, { engine });
    expect(difference(now, predictions)).toBeLessThan(1e-5);
    model.dispose();
  });
});

/** A softmax of ten values in the format of Keras 3. */
const softmaxWeights = { 'layers/dense/vars/0': zeros(10, nClasses), 'layers/dense/vars/1': zeros(nClasses) };

describe('a file that does not fit', () => {
  beforeAll(() => openEngine('tfjs-cpu'));

  const softmax = () => build({ network: { kind: 'dense', units: [] }, inputShape: [2, 5] });
  const networkOf = (name: string) => () => build(recordOf(name));
  const loading = (bytes: Uint8Array, model = softmax()) => loadKerasWeights(model, bytes);

  it('is not a file of Keras', async () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('{"class_name": "Sequential"}')]) {
      await expect(loading(bytes)).rejects.toMatchObject({ name: 'SerError', code: 'invalid-model-files' });
      await expect(loading(bytes)).rejects.toThrow(
        'The file must be a `.keras`, `.weights.h5`, or `.h5` file of Keras',
      );
    }
  });

  it('is another archive', async () => {
    const archive = zipSync({ 'word/document.xml': new Uint8Array(3) });
    const opening = loading(archive);
    await expect(opening).rejects.toMatchObject({ code: 'invalid-model-files', file: 'model.weights.h5' });
    await expect(opening).rejects.toThrow(
      'A `.keras` archive must contain `model.weights.h5`; this one has word/document.xml.',
    );
  });

  it('is HDF5 without layers', async () => {
    const bytes = await hdf5File({ audio: zeros(5) });
    await expect(loading(bytes)).rejects.toThrow('The HDF5 file has no group `layers`');
  });

  it.each<[what: string, file: string, model: () => ReturnType<typeof build>, message: string | RegExp]>([
    [
      'lacks a layer of the network',
      'dense.weights.h5',
      networkOf('cnn1d.keras'),
      /no weights for the layer `conv1d_\w+` of the network, named `conv1d` in Keras\. It has dense, dense_1, dense_2\./,
    ],
    [
      'has a layer that the network lacks',
      'dense.weights.h5',
      softmax,
      'has a layer `dense_1` that the network lacks; the network has dense.',
    ],
    [
      'has a layer of another shape',
      'dense.keras',
      () => build({ ...recordOf('dense.keras'), network: { kind: 'dense', units: [7, 5] } }),
      /The weights of the layer `dense_\w+` must have the shapes \[7, 5\], \[5\]; the layer `dense_1` of the file has \[7, 6\], \[6\]\./,
    ],
    [
      'has more layers, in the legacy format',
      'dense.h5',
      softmax,
      /The file must have 1 layers with weights \(dense\w+\); it has 3 \(dense\w*, dense\w*, dense\w*\)\./,
    ],
  ])('%s', async (_, file, model, message) => {
    await expect(loading(kerasFile(file), model())).rejects.toMatchObject({ code: 'invalid-model-files' });
    await expect(loading(kerasFile(file), model())).rejects.toThrow(message);
  });

  it('contains integers', async () => {
    const kernel = { data: new Int32Array(40), shape: [10, nClasses] };
    const bytes = await hdf5File({ ...softmaxWeights, 'layers/dense/vars/0': kernel });
    await expect(loading(bytes)).rejects.toThrow(
      'The weights of the layer `dense` of the file must be float32 or float64.',
    );
  });

  it('contains a GRU that TensorFlow.js cannot compute, and explains how to create another', async () => {
    const network = { kind: 'cnnLstm', convolutions: [], recurrent: [{ cell: 'gru', units: 3 }] } as const;
    const bytes = await hdf5File({
      'layers/gru/cell/vars/0': zeros(5, 9),
      'layers/gru/cell/vars/1': zeros(3, 9),
      'layers/gru/cell/vars/2': zeros(2, 9),
      ...softmaxWeights,
    });
    const model = build({ network, inputShape: [2, 5] });
    await expect(loading(bytes, model)).rejects.toThrow('unless it was created with `reset_after=False`');
  });

  it('lists a weight that it does not contain', async () => {
    const lists = { '': { layer_names: ['dense'] }, dense: { weight_names: ['dense/kernel'] } };
    await expect(loading(await hdf5File({}, lists))).rejects.toThrow(
      'lists a weight `dense/kernel` of the layer `dense` but does not contain it',
    );
  });

  it('changes no weights, not even of the layers that fit', async () => {
    const model = build({ ...recordOf('dense.keras'), network: { kind: 'dense', units: [7, 5] } });
    const before = model.getWeights().map((weight) => weight.dataSync().slice());
    await expect(loading(kerasFile('dense.keras'), model)).rejects.toThrow();
    expect(model.getWeights().map((weight) => weight.dataSync())).toEqual(before);
  });
});

describe('other files that Keras can write', () => {
  beforeAll(() => openEngine('tfjs-cpu'));

  const model = () => build({ network: { kind: 'dense', units: [] }, inputShape: [2, 5] });
  const kernelOf = (built: LayersModel) => built.getWeights()[0]!.dataSync<'float32'>();

  it('have wrappers, some of them without weights', async () => {
    const built = sequential({
      layers: [
        layers.timeDistributed({ layer: layers.flatten(), inputShape: [3, 5, 2] }),
        layers.timeDistributed({ layer: layers.dense({ units: 4 }) }),
      ],
    });
    const kernel = { data: new Float32Array(40).fill(2), shape: [10, 4] };
    const bytes = await hdf5File({
      'layers/time_distributed_1/layer/vars/0': kernel,
      'layers/time_distributed_1/layer/vars/1': zeros(4),
    });
    await loadKerasWeights(built, bytes);
    expect(kernelOf(built).every((value) => value === 2)).toBe(true);
  });

  it('have float64 weights', async () => {
    const data = Float64Array.from({ length: 40 }, (_, i) => i / 7);
    const built = model();
    const kernel = { data, shape: [10, nClasses] };
    await loadKerasWeights(built, await hdf5File({ ...softmaxWeights, 'layers/dense/vars/0': kernel }));
    expect(kernelOf(built)).toEqual(Float32Array.from(data));
  });

  it('have lists of names in several parts, as Keras writes them for large networks', async () => {
    const kernel = { data: new Float32Array(40).fill(3), shape: [10, nClasses] };
    const bytes = await hdf5File(
      { 'dense/dense/kernel': kernel, 'dense/dense/bias': zeros(nClasses) },
      {
        '': { layer_names0: ['flatten'], layer_names1: ['dense'] },
        flatten: {},
        dense: { weight_names: ['dense/kernel', 'dense/bias'] },
      },
    );
    const built = model();
    await loadKerasWeights(built, bytes);
    expect(kernelOf(built).every((value) => value === 3)).toBe(true);
  });

  it('are compressed archives', async () => {
    const weights = await hdf5File(softmaxWeights);
    const built = model();
    await loadKerasWeights(built, zipSync({ 'model.weights.h5': weights, 'config.json': new Uint8Array(9) }));
    expect(kernelOf(built).every((value) => value === 0)).toBe(true);
  });
});
