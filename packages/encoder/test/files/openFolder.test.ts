import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openFolder } from '../../src/files/openFolder.js';
import { fixtureFolder } from '../fixtureFolder.js';

describe('openFolder', () => {
  it.each([
    ['a path', fixtureFolder('wavlm')],
    ['a file URL', pathToFileURL(fixtureFolder('wavlm')).href],
  ])('reads a folder on disk by %s', async (_, location) => {
    const folder = openFolder(location, { offline: true });
    const file = await folder.read('model.onnx', 'onnx/model.onnx');
    expect([file!.path, file!.bytes.length]).toEqual(['onnx/model.onnx', 126212]);
    expect(await folder.read('absent.json')).toBeUndefined();
    expect(await folder.read('onnx')).toBeUndefined();
    expect(folder.notFound('config.json')).toMatchObject({ code: 'encoder-not-found' });
  });

  it('checks the expected checksums of files on disk', async () => {
    const checksums = { 'config.json': 'a'.repeat(64) };
    const folder = openFolder(fixtureFolder('wavlm'), { checksums });
    await expect(folder.read('config.json')).rejects.toMatchObject({ code: 'checksum-mismatch' });
  });

  it('is canceled by a signal', async () => {
    const folder = openFolder(fixtureFolder('wavlm'), { signal: AbortSignal.abort(new Error('enough')) });
    await expect(folder.read('config.json')).rejects.toThrow('enough');
  });

  it.each(['\\\\server\\share', '//server/share', 'file://server/share'])(
    'opens no network share when `offline`: %s',
    (location) => {
      expect(() => openFolder(location, { offline: true })).toThrow('is on a network share');
    },
  );
});
