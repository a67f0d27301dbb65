import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readJsonFile } from '../src/readJsonFile.js';
import { makeFolder } from './makeFolder.js';
import { testIo } from './runSer.js';

let cwd: string;

beforeAll(async () => {
  cwd = await makeFolder('json');
  await writeFile(join(cwd, 'utf16.json'), '\ufeff{"a": 1}', 'utf16le');
  await writeFile(join(cwd, 'utf8.json'), '\ufeff{"a": 1}');
  await writeFile(join(cwd, 'latin1.json'), '{"a": "\u00e4"}', 'latin1');
});

const read = (path: string) => readJsonFile(testIo({ cwd }), path);

describe('readJsonFile', () => {
  it.each(['utf16.json', 'utf8.json'])(
    'reads %s, as editors and PowerShell on Windows write it',
    async (path) => {
      expect(await read(path)).toEqual({ a: 1 });
    },
  );

  it('names the encodings that it reads', async () => {
    await expect(read('latin1.json')).rejects.toMatchObject({
      code: 'invalid-json',
      message: '`latin1.json` is not valid JSON: it is neither UTF-8 nor UTF-16.',
    });
  });

  it('rejects a folder', async () => {
    await expect(read('.')).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
