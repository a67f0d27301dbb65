import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { writeTinyModel } from '../tinyModel.js';

let folder: string;

beforeEach(async () => {
  folder = await makeFolder('defaults');
  await writeTinyModel(folder);
  await writeWav(join(folder, 'clip.wav'), syllables(300, 1));
});

const configure = (config: unknown) => writeFile(join(folder, 'ser.config.json'), JSON.stringify(config));
const predict = (argv: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  runSer(['predict', 'clip.wav', ...argv], { cwd: folder, env });

describe('SER_MODEL', () => {
  it('is the default of --model', async () => {
    const { code, stderr } = await predict([], { SER_MODEL: 'model' });
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('model: untrained') as string,
    });
  });

  it('is overridden by --model', async () => {
    const { code } = await predict(['--model', 'model'], { SER_MODEL: 'gone' });
    expect(code).toBe(0);
  });
});

describe('ser.config.json', () => {
  it('has defaults for all commands and for one', async () => {
    await configure({ model: 'model', predict: { top: 1, engine: 'tfjs-cpu' } });
    const { code, stdout, stderr } = await predict(['--json']);
    expect(code).toBe(0);
    const [{ probabilities }] = JSON.parse(stdout) as [{ probabilities: object }];
    expect(Object.keys(probabilities)).toHaveLength(1);
    expect(stderr).toContain('engine: tfjs-cpu');
  });

  it('is overridden by what is typed, and by SER_MODEL', async () => {
    await configure({ model: 'gone', predict: { top: 1 } });
    const { stdout } = await predict(['--top', '2', '--json'], { SER_MODEL: 'model' });
    const [{ probabilities }] = JSON.parse(stdout) as [{ probabilities: object }];
    expect(Object.keys(probabilities)).toHaveLength(2);
  });

  it.each([
    [
      { modell: 'x' },
      '`modell` in `ser.config.json` is not an option that can have a default. Did you mean `model`?',
    ],
    [{ predict: { topp: 1 } }, '`predict.topp` in `ser.config.json` is not an option'],
    [{ predict: { top: 0 } }, '`--top` must be an integer at least 1; got `0`.'],
    [{ quiet: 'yes' }, '`quiet` in `ser.config.json` must be true or false; got "yes".'],
    [['model'], 'The file in `ser.config.json` must be an object'],
    [{ json: true }, '`json` in `ser.config.json` is not an option that can have a default.'],
  ])('rejects %j', async (config, message) => {
    await configure(config);
    const { code, stderr } = await predict();
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('--quiet', () => {
  it('shows no notes on standard error', async () => {
    const { code, stdout, stderr } = await predict(['--model', 'model', '--quiet']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('clip.wav: ');
  });

  it('shows errors', async () => {
    const { code, stderr } = await predict(['gone.wav', '--model', 'model', '--quiet']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: .*gone\.wav.*\n$/);
  });

  it('may be a default', async () => {
    await configure({ quiet: true, model: 'model' });
    expect((await predict()).stderr).toBe('');
  });
});
