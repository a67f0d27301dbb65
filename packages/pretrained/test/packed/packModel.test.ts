import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packModel } from '../../src/packed/packModel.js';
import { unpackFiles } from '../../src/unpackFiles.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-pack-'));
  await mkdir(join(folder, 'ridge'));
  await writeFile(join(folder, 'README.md'), '# Ä\n');
  await writeFile(join(folder, 'ridge/weights.bin'), Uint8Array.of(1, 2, 255));
});
afterAll(() => rm(folder, { recursive: true }));

it('packs text as it is and weights in base64; unpackFiles gives the same bytes', async () => {
  const packed = await packModel('any', folder);
  expect(packed).toEqual({ 'README.md': { text: '# Ä\n' }, 'ridge/weights.bin': { base64: 'AQL/' } });
  expect(unpackFiles(packed)).toEqual({
    'README.md': new TextEncoder().encode('# Ä\n'),
    'ridge/weights.bin': Uint8Array.of(1, 2, 255),
  });
});
