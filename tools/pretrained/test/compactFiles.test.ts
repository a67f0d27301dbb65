import { createClassifier, loadClassifier, openEngine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import { compactFiles } from '../src/compactFiles.js';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const text = (file: Uint8Array | undefined) => new TextDecoder().decode(file);

function model(...dtypes: readonly string[]) {
  const weights = dtypes.map((dtype, i) => ({ name: `w${i}`, shape: [2], dtype }));
  return bytes({ modelTopology: {}, weightsManifest: [{ paths: ['weights.bin'], weights }] });
}

describe('compactFiles', () => {
  const files = {
    'recognizer.json': bytes({
      labels: ['a'],
      normalizer: { mean: [1 / 3, 12345678], scale: [0.1234567891] },
    }),
    'model.json': model('float32'),
    'weights.bin': new Uint8Array(Float32Array.of(1, -0.25).buffer),
  };

  it('rounds fractions to seven digits, and keeps integers', () => {
    expect(text(compactFiles(files)['recognizer.json'])).toBe(
      '{"labels":["a"],"normalizer":{"mean":[0.3333333,12345678],"scale":[0.1234568]}}\n',
    );
  });

  it('stores weights in half precision, and says so in the manifest', () => {
    const compact = compactFiles(files);
    expect([...new Uint16Array(compact['weights.bin']!.slice().buffer)]).toEqual([0x3c00, 0xb400]);
    const { weightsManifest } = JSON.parse(text(compact['model.json'])) as {
      weightsManifest: { weights: unknown[] }[];
    };
    expect(weightsManifest[0]!.weights).toEqual([
      {
        name: 'w0',
        shape: [2],
        dtype: 'float32',
        quantization: { dtype: 'float16', original_dtype: 'float32' },
      },
    ]);
  });

  it('removes the numbers from the names of layers, which depend on other models of the process', () => {
    const modelTopology = {
      config: {
        name: 'sequential_8',
        layers: [{ config: { name: 'flatten_Flatten8' } }, { config: { name: 'dense_Dense8' } }],
      },
    };
    const weights = [{ name: 'dense_Dense8/kernel', shape: [2], dtype: 'float32' }];
    const named = bytes({ modelTopology, weightsManifest: [{ paths: ['weights.bin'], weights }] });
    const json = text(compactFiles({ ...files, 'model.json': named })['model.json']);
    expect(json).toContain('"name":"sequential"');
    expect(json).toContain('"name":"flatten_Flatten"');
    expect(json).toContain('"name":"dense_Dense/kernel"');
    expect(json).not.toMatch(/Dense8|Flatten8|sequential_8/);
  });

  it('numbers layers of the same kind', () => {
    const layers = ['dropout_Dropout3', 'dense_Dense1', 'dropout_Dropout4', 'dense_Dense12'];
    const modelTopology = { config: { layers: layers.map((name) => ({ config: { name } })) } };
    const weights = ['dense_Dense1/bias', 'dense_Dense12/bias'].map((name) => ({ name, dtype: 'float32' }));
    const named = bytes({ modelTopology, weightsManifest: [{ paths: ['weights.bin'], weights }] });
    const json = text(compactFiles({ ...files, 'model.json': named })['model.json']);
    expect([...json.matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      ...['dropout_Dropout', 'dense_Dense', 'dropout_Dropout_1', 'dense_Dense_1'],
      ...['dense_Dense/bias', 'dense_Dense_1/bias'],
    ]);
  });

  it('compacts the files in the folder of each classifier', () => {
    const { 'recognizer.json': recognizer, 'model.json': network, 'weights.bin': weights } = files;
    const compact = compactFiles({
      'recognizer.json': recognizer,
      'network/model.json': network,
      'network/weights.bin': weights,
    });
    expect(Object.keys(compact)).toEqual(['recognizer.json', 'network/model.json', 'network/weights.bin']);
    expect(compact['network/weights.bin']).toEqual(compactFiles(files)['weights.bin']);
    expect(compact['network/model.json']).toEqual(compactFiles(files)['model.json']);
  });

  it('rejects an unknown file', () => {
    expect(() => compactFiles({ ...files, 'notes.txt': bytes('') })).toThrow('notes.txt');
  });

  it('rejects weights other than float32', () => {
    expect(() => compactFiles({ ...files, 'model.json': model('float32', 'int32') })).toThrow('int32 of w1');
  });

  it('keeps the predictions of a network, up to the rounding', async () => {
    const engine = await openEngine('tfjs-cpu');
    const x = { data: Float32Array.from({ length: 120 }, (_, i) => Math.sin(i * i)), shape: [30, 1, 4] };
    const y = Int32Array.from({ length: 30 }, (_, i) => i % 3);
    const shape = { inputShape: [1, 4], nClasses: 3, seed: 1 };
    const classifier = createClassifier({ kind: 'ridge' }, { engine, ...shape });
    await classifier.fit(x, y, { seed: 1 });
    const saved = await classifier.save();
    const compact = compactFiles({ ...saved, 'recognizer.json': bytes({}) });
    const loaded = await loadClassifier(compact, engine);
    const [before, after] = [await classifier.predictProbabilities(x), await loaded.predictProbabilities(x)];
    after.forEach((p, i) => expect(Math.abs(p - before[i]!)).toBeLessThan(1e-3));
    classifier.dispose();
    loaded.dispose();
  });
});
