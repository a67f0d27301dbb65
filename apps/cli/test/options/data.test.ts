import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseData } from '../../src/options/data.js';
import { testIo } from '../runSer.js';

const io = testIo({ cwd: '/home/me' });

describe('parseData', () => {
  it('assigns a folder without a name to the only corpus', () => {
    expect(parseData(io, ['recordings'], ['ravdess'])).toEqual([
      { corpus: 'ravdess', folder: join('/home/me', 'recordings') },
    ]);
  });

  it('reads the corpus before the equals sign', () => {
    expect(parseData(io, ['ravdess=a', 'crema-d=/b=c'], ['ravdess', 'crema-d'])).toEqual([
      { corpus: 'ravdess', folder: join('/home/me', 'a') },
      { corpus: 'crema-d', folder: '/b=c' },
    ]);
  });

  it('rejects a folder without a name when there are several corpora', () => {
    expect(() => parseData(io, ['recordings'], ['ravdess', 'tess'])).toThrow(
      expect.objectContaining({
        code: 'missing-option',
        message:
          '`--data` must name the corpus of each folder, one of ravdess, tess; got `recordings`. Write, for example, `--data ravdess=recordings`.',
      }),
    );
  });
});
