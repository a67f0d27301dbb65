import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EngineName } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { loadKerasWeights } from '../../src/keras.js';
import { buildNetwork } from '../../src/network/buildNetwork.js';
import { parseNetworkDescription } from '../../src/network/parseNetworkDescription.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { hdf5File, zeros } from '../hdf5File.js';
import { kerasExamples, kerasFile, kerasRecord } from '../kerasRecord.js';

const { keras, files, nClasses } = kerasRecord;

type Recorded = (typeof files)[number];

const build = ({ network, inputShape }: Pick<Recorded, 'network' | 'inputShape'>) =>
  buildNetwork(parseNetworkDescription(network), { inputShape, nClasses, seed: 1 });

const recordOf = (name: string) => files.find(({ file }) => file === name)!;

/** Greatest difference of two lists of probabilities. */
const difference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

describe(`files of Keras ${keras}`, () => {
  // The goal is 1e-5; 1e-7 is seen.
  it.each(
    files.flatMap((recorded) => (['onnx-node', 'tfjs-wasm'] as const).map((name) => ({ ...recorded, name }))),
  )('$file predicts on $name what Keras predicts', async ({ name, file, predictions, ...recorded }) => {
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

  it('is none of Keras', async () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('{"class_name": "Sequential"}')]) {
      await expect(loading(bytes)).rejects.toMatchObject({ name: 'ModelError', code: 'invalid-model-files' });
      await expect(loading(bytes)).rejects.toThrow(
        'Expected a `.keras`, `.weights.h5` or `.h5` file of Keras',
      );
    }
  });

  it('is an archive of something else', async () => {
    const archive = zipSync({ 'word/document.xml': new Uint8Array(3) });
    const opening = loading(archive);
    await expect(opening).rejects.toMatchObject({ code: 'invalid-model-files', file: 'model.weights.h5' });
    await expect(opening).rejects.toThrow(
      'lacks `model.weights.h5`, as no `.keras` file does. It has word/document.xml.',
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
      /no weights for layer `conv1d_\w+` of the network, which Keras calls `conv1d`\. It has dense, dense_1, dense_2\./,
    ],
    [
      'has a layer that the network lacks',
      'dense.weights.h5',
      softmax,
      'has a layer `dense_1` with weights that the network lacks; the network has dense.',
    ],
    [
      'has a layer of another shape',
      'dense.keras',
      () => build({ ...recordOf('dense.keras'), network: { kind: 'dense', units: [7, 5] } }),
      /Layer `dense_1` of the file has weights of the shapes \[7, 6\], \[6\], layer `dense_\w+` of the network has \[7, 5\], \[5\]\./,
    ],
    [
      'has more layers, in the legacy format',
      'dense.h5',
      softmax,
      /The file has 3 layers with weights \(dense\w*, dense\w*, dense\w*\), the network has 1 \(dense\w+\)\./,
    ],
  ])('%s', async (_, file, model, message) => {
    await expect(loading(kerasFile(file), model())).rejects.toMatchObject({ code: 'invalid-model-files' });
    await expect(loading(kerasFile(file), model())).rejects.toThrow(message);
  });

  it('holds integers', async () => {
    const kernel = { data: new Int32Array(40), shape: [10, nClasses] };
    const bytes = await hdf5File({ ...softmaxWeights, 'layers/dense/vars/0': kernel });
    await expect(loading(bytes)).rejects.toThrow(
      'Weights of layer `dense` of the file are no floats of 32 or 64 bits.',
    );
  });

  it('holds a GRU that TensorFlow.js cannot compute, and says how to make another', async () => {
    const network = { kind: 'cnnLstm', convolutions: [], recurrent: [{ cell: 'gru', units: 3 }] } as const;
    const bytes = await hdf5File({
      'layers/gru/cell/vars/0': zeros(5, 9),
      'layers/gru/cell/vars/1': zeros(3, 9),
      'layers/gru/cell/vars/2': zeros(2, 9),
      ...softmaxWeights,
    });
    const model = build({ network, inputShape: [2, 5] });
    await expect(loading(bytes, model)).rejects.toThrow('unless it is made with `reset_after=False`');
  });

  it('names a weight that it does not hold', async () => {
    const lists = { '': { layer_names: ['dense'] }, dense: { weight_names: ['dense/kernel'] } };
    await expect(loading(await hdf5File({}, lists))).rejects.toThrow(
      'names a weight `dense/kernel` of layer `dense` and does not hold it',
    );
  });

  it('changes no weight, not even of the layers that fit', async () => {
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

  it('have weights of 64 bits', async () => {
    const data = Float64Array.from({ length: 40 }, (_, i) => i / 7);
    const built = model();
    const kernel = { data, shape: [10, nClasses] };
    await loadKerasWeights(built, await hdf5File({ ...softmaxWeights, 'layers/dense/vars/0': kernel }));
    expect(kernelOf(built)).toEqual(Float32Array.from(data));
  });

  it('have lists of names in several parts, as Keras writes those of large networks', async () => {
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
