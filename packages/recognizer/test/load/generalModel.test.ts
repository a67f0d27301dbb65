import { afterEach, describe, expect, it, vi } from 'vitest';
import { Recognizer } from '../../src/recognizer.js';
import { fixtureFiles } from '../fixtures.js';
import { tone } from '../tone.js';

afterEach(() => vi.doUnmock('@ser/pretrained'));

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

  it('loads seven classes, or four', async () => {
    const files = await fixtureFiles('version-2');
    vi.doMock('@ser/pretrained', () => ({
      modelFiles: (name: string) => Promise.resolve(name === 'general' ? files : {}),
      models: { general: { fourClasses: ['high', 'low'] } },
    }));
    const whole = await Recognizer.load(files);
    const seven = await Recognizer.general();
    expect(await seven.predict(tone(440))).toEqual(await whole.predict(tone(440)));
    expect((await Recognizer.general({ classes: 4 })).labels).toEqual(['high', 'low']);
    await expect(Recognizer.general({ classes: 5 as 7 })).rejects.toMatchObject({
      code: 'invalid-option',
      message: '`classes` must be one of 7, 4; got 5.',
    });
  });
});
