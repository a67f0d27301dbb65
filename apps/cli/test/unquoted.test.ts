import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unquoted } from '../src/unquoted.js';
import { makeFolder } from './makeFolder.js';
import { testIo } from './runSer.js';

describe('unquoted', () => {
  it.each([
    ["'clip.wav'", 'clip.wav'],
    ['"clip.wav"', 'clip.wav'],
    ['C:\\my corpus"', 'C:\\my corpus'],
    [`'{"sampleRate": 16000}'`, '{"sampleRate": 16000}'],
  ])('removes the quotes that cmd leaves: %s', (argument, bare) => {
    expect(unquoted(testIo(), argument)).toBe(bare);
  });

  it.each(['clip.wav', "it's.wav", "'", '""', '{"sampleRate": 16000}', 'say "hi"', '--json'])(
    'keeps %s',
    (argument) => {
      expect(unquoted(testIo(), argument)).toBe(argument);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'keeps the name of an existing file (Windows has no such names)',
    async () => {
      const cwd = await makeFolder('quotes');
      await writeFile(join(cwd, "'clip.wav'"), '');
      expect(unquoted(testIo({ cwd }), "'clip.wav'")).toBe("'clip.wav'");
    },
  );
});
