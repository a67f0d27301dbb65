import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/node/listFiles.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-list-'));
  await mkdir(join(folder, 'b'));
  await writeFile(join(folder, 'b', 'c.wav'), '');
  await writeFile(join(folder, 'a.wav'), '');
  await writeFile(join(folder, '.DS_Store'), '');
});

afterAll(() => rm(folder, { recursive: true }));

describe('listFiles', () => {
  it('lists the files of all subfolders, sorted, without system files', async () => {
    expect(await listFiles(folder)).toEqual(['a.wav', 'b/c.wav']);
  });

  it.skipIf(process.platform === 'win32')(
    'skips pipes and devices, and keeps broken links (needs a Unix system)',
    async () => {
      execFileSync('mkfifo', [join(folder, 'pipe.wav')]);
      await symlink('/dev/zero', join(folder, 'zero.wav'));
      await symlink(join(folder, 'gone.wav'), join(folder, 'broken.wav'));
      await symlink(join(folder, 'a.wav'), join(folder, 'link.wav'));
      expect(await listFiles(folder)).toEqual(['a.wav', 'b/c.wav', 'broken.wav', 'link.wav']);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'lists folders and files whose names are not UTF-8 (needs Linux)',
    async () => {
      const latin = Buffer.concat([Buffer.from(`${folder}/Acteur_`), Buffer.of(0xe9)]);
      await mkdir(latin);
      await writeFile(Buffer.concat([latin, Buffer.from('/d.wav')]), '');
      expect(await listFiles(folder)).toContain('Acteur_\ufffd/d.wav');
      await rm(latin, { recursive: true });
    },
  );

  it('rejects a path that is not a folder', async () => {
    await expect(listFiles(join(folder, 'a.wav'))).rejects.toMatchObject({ code: 'folder-not-found' });
  });
});
