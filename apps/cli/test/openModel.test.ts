import { cp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { isGeneralModelInstalled } from '../src/isGeneralModelInstalled.js';
import { makeFolder } from './makeFolder.js';
import { runSer } from './runSer.js';
import { syllables } from './syllables.js';
import { writeTinyModel } from './tinyModel.js';

let folder: string;
const at = (path: string) => join(folder, path);

beforeAll(async () => {
  folder = await makeFolder('models');
  await writeTinyModel(folder);
  await writeWav(at('clip.wav'), syllables(300, 1));
});

const predict = (...options: readonly string[]) =>
  runSer(['predict', 'clip.wav', ...options, '--json'], { cwd: folder });
const predictWith = (model: string) => predict('--model', model, '--engine', 'tfjs-cpu');

describe('an unusable model folder', () => {
  it('that does not exist: model-not-found', async () => {
    const { code, stdout } = await predictWith('no-model');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'model-not-found',
      file: expect.stringContaining('no-model'),
    });
  });

  it.each(['recognizer.json', 'dense/model.json', 'dense/weights.bin'])(
    'that has no %s: model-part-missing',
    async (part) => {
      await cp(at('model'), at('incomplete'), { recursive: true });
      await rename(join(at('incomplete'), part), at(`moved-${basename(part)}`));
      const { code, stdout } = await predictWith('incomplete');
      await rm(at('incomplete'), { recursive: true });
      expect(code).toBe(1);
      expect(JSON.parse(stdout).error).toMatchObject({
        code: 'model-part-missing',
        message: expect.stringContaining(part),
      });
    },
  );

  it('that has a damaged file: model-corrupt', async () => {
    await cp(at('model'), at('damaged'), { recursive: true });
    await writeFile(at('damaged/dense/weights.bin'), 'short');
    const { code, stdout } = await predictWith('damaged');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'model-corrupt',
      message: expect.stringContaining('weights.bin'),
    });
  });
});

describe('a packed model', () => {
  it('gives the answers of its folder', async () => {
    const recognizer = await Recognizer.load(at('model'), { engine: 'tfjs-cpu' });
    await writeFile(at('model.tar'), await recognizer.toBytes());
    recognizer.dispose();
    expect((await predictWith('model.tar')).stdout).toBe((await predictWith('model')).stdout);
  });
});

const isInstalled = await isGeneralModelInstalled();

describe('without --model', () => {
  it.skipIf(!isInstalled)('the bundled model general answers (needs @ser/pretrained)', async () => {
    const { code, stdout, stderr } = await predict();
    expect(code).toBe(0);
    const [answer] = JSON.parse(stdout);
    expect(Object.keys(answer.probabilities)).toEqual(
      expect.arrayContaining(['angry', 'happy', 'neutral', 'sad']),
    );
    expect(answer.model).toBe('general');
    expect(answer.fallback).toBeUndefined();
    expect(stderr).toMatch(/^model: general, trained on .*RAVDESS/m);
  });

  it.skipIf(!isInstalled)(
    'general-small answers where the encoder is missing, and the answer says why',
    async () => {
      vi.doMock('@ser/encoder', () => {
        throw new Error('Cannot find package');
      });
      const { code, stdout, stderr } = await predict();
      vi.doUnmock('@ser/encoder');
      expect(code).toBe(0);
      const reason = expect.stringContaining('`npm install @ser/encoder`');
      expect(JSON.parse(stdout)[0]).toMatchObject({ model: 'general-small', fallback: reason });
      expect(stderr).toMatch(/^The model general-small answers instead of general, with lower scores: /m);
    },
  );

  it.skipIf(isInstalled)('the message names the package to install', async () => {
    const { code, stdout } = await predict();
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'package-missing',
      message: expect.stringContaining('@ser/pretrained'),
    });
  });
});

describe('--model with the name of a bundled model', () => {
  it.skipIf(!isInstalled).each(['general-small', 'emodb'])('%s selects it', async (name) => {
    const { code, stdout } = await predict('--model', name);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)[0].model).toBe(name);
  });

  it('preceded by ./ is a folder', async () => {
    const { stdout } = await predict('--model', './general');
    expect(JSON.parse(stdout).error.code).toBe('model-not-found');
  });
});

describe('--unsure-below', () => {
  it('answers `unsure` where no emotion is probable enough', async () => {
    const { stdout } = await predict('--model', 'model', '--engine', 'tfjs-cpu', '--unsure-below', '1');
    expect(JSON.parse(stdout)[0].label).toBe('unsure');
  });

  it('must be a probability', async () => {
    const { code, stdout } = await predict('--unsure-below', '40');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error.message).toContain('must be a probability from 0 to 1; got `40`');
  });
});
