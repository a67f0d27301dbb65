import { SerError } from '@ser/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Recognizer } from '../../src/recognizer.js';
import { fixtureFiles } from '../fixtures.js';
import { tone } from '../tone.js';

afterEach(() => vi.doUnmock('@ser/pretrained'));

const fourClasses = ['high', 'low'];
const models = { general: { fourClasses }, 'general-small': { fourClasses }, emodb: { fourClasses } };

/** Bundles one model under every name; `general` fails as if ONNX Runtime were missing. */
async function bundle({ fails = false } = {}) {
  const files = await fixtureFiles('version-2');
  vi.doMock('@ser/pretrained', () => ({
    modelFiles: (name: string) =>
      fails && name === 'general'
        ? Promise.reject(new SerError('engine-unavailable', 'ONNX Runtime is missing.'))
        : Promise.resolve(files),
    models,
  }));
  return files;
}

describe('Recognizer.bundled', () => {
  it('loads a model by its name, with seven classes or four', async () => {
    const whole = await Recognizer.load(await bundle());
    const seven = await Recognizer.bundled('emodb');
    expect(await seven.predict(tone(440))).toEqual(await whole.predict(tone(440)));
    expect((await Recognizer.bundled('emodb', { classes: 4 })).labels).toEqual(['high', 'low']);
  });

  it('rejects an unknown name and an unknown number of classes', async () => {
    await bundle();
    await expect(Recognizer.bundled('tess' as 'emodb')).rejects.toMatchObject({
      code: 'invalid-option',
      message: "`name` must be one of 'general', 'general-small', 'emodb'; got 'tess'.",
    });
    await expect(Recognizer.bundled('emodb', { classes: 5 as 7 })).rejects.toMatchObject({
      code: 'invalid-option',
      message: '`classes` must be one of 7, 4; got 5.',
    });
  });

  it('does not replace a model whose runtime is missing', async () => {
    await bundle({ fails: true });
    await expect(Recognizer.bundled('general')).rejects.toMatchObject({ code: 'engine-unavailable' });
  });
});

describe('Recognizer.general', () => {
  it('names the package to install if @ser/pretrained is missing', async () => {
    vi.doMock('@ser/pretrained', () => {
      throw new Error('Cannot find package');
    });
    await expect(Recognizer.general()).rejects.toMatchObject({
      code: 'package-missing',
      message: expect.stringContaining('`npm install @ser/pretrained`'),
    });
  });

  it('loads general where its runtime works', async () => {
    await bundle();
    const onFallback = vi.fn();
    expect((await Recognizer.general({ classes: 4, onFallback })).labels).toEqual(['high', 'low']);
    expect(onFallback).not.toHaveBeenCalled();
  });

  it('loads general-small elsewhere, and says why', async () => {
    await bundle({ fails: true });
    const reasons: string[] = [];
    const recognizer = await Recognizer.general({ onFallback: ({ message }) => reasons.push(message) });
    expect(recognizer.labels).toEqual(['low', 'middle', 'high']);
    expect(reasons).toEqual(['ONNX Runtime is missing.']);
  });
});
