import type { ClassifierFiles } from '@ser/classifiers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecognizerFiles } from '../../src/format/modelFiles.js';
import { Recognizer } from '../../src/recognizer.js';
import { FakeClassifier } from '../fakes.js';
import { fixtureFiles } from '../fixtures.js';
import { tone } from '../tone.js';

let files: RecognizerFiles;
/** The same model with a layer that plain JavaScript does not run. */
let convolutional: RecognizerFiles;
/** Names of the engines opened and used, in order. */
let opened: string[];
let used: string[];

beforeEach(async () => {
  files = await fixtureFiles('version-2-ensemble');
  const json = new TextDecoder().decode(files['network/model.json']).replaceAll('"Dropout"', '"Conv1D"');
  convolutional = { ...files, 'network/model.json': new TextEncoder().encode(json) };
  opened = [];
  used = [];
});

afterEach(() => vi.doUnmock('@ser/models'));

/** Stands for @ser/models. */
function installModels(): void {
  vi.doMock('@ser/models', () => ({
    openEngine(name: string) {
      opened.push(name);
      return Promise.resolve({ name, description: '' });
    },
    loadClassifier(_: ClassifierFiles, engine: { readonly name: string }) {
      used.push(engine.name);
      return Promise.resolve(new FakeClassifier());
    },
  }));
}

function removeModels(): void {
  vi.doMock('@ser/models', () => {
    throw new Error('Cannot find package');
  });
}

describe('Recognizer.load', () => {
  it('needs no engine for dense networks and linear classifiers', async () => {
    removeModels();
    const recognizer = await Recognizer.load(files);
    expect((await recognizer.predict(tone(440))).label).toBe('high');
  });

  it('uses the best engine of @ser/models for the classifiers that need one', async () => {
    installModels();
    await Recognizer.load(convolutional);
    expect([opened, used]).toEqual([['auto'], ['auto']]);
  });

  it('names the package to install if a network needs it', async () => {
    removeModels();
    await expect(Recognizer.load(convolutional)).rejects.toMatchObject({
      code: 'package-missing',
      message:
        'This network or engine needs the package @ser/models, which cannot be imported. Install it with `npm install @ser/models`.',
      cause: expect.anything(),
    });
  });

  it('uses the engine that you name for all classifiers, and opens it once', async () => {
    installModels();
    await Recognizer.load(files, { engine: 'tfjs-cpu' });
    expect([opened, used]).toEqual([['tfjs-cpu'], ['tfjs-cpu', 'tfjs-cpu']]);
  });

  it('uses an engine that is already open', async () => {
    installModels();
    await Recognizer.load(files, { engine: { name: 'onnx-node', description: '' } });
    expect([opened, used]).toEqual([[], ['onnx-node', 'onnx-node']]);
  });

  it('can leave the loading of classifiers to you', async () => {
    removeModels();
    const seen: string[][] = [];
    const loadClassifier = (files: ClassifierFiles) => {
      seen.push(Object.keys(files));
      return new FakeClassifier();
    };
    const recognizer = await Recognizer.load(files, { loadClassifier });
    expect((await recognizer.predict(tone(440))).label).toBe('middle');
    expect(seen).toEqual([
      ['model.json', 'weights.bin'],
      ['model.json', 'weights.bin'],
    ]);
  });
});
