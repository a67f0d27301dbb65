import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DownloadOptions } from '../../src/files/downloadOptions.js';
import type { EncoderEvent } from '../../src/files/encoderEvent.js';
import { openFolder } from '../../src/files/openFolder.js';
import { dropAfter, type FileServer, send, startFileServer } from './fileServer.js';

const bytes = new TextEncoder().encode('the weights of an encoder');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const path = 'onnx/model.onnx';
let server: FileServer;
let cacheFolder: string;
let events: EncoderEvent[];

beforeEach(async () => {
  server = await startFileServer({ [path]: bytes, [`one/${path}`]: bytes });
  cacheFolder = await mkdtemp(join(tmpdir(), 'ser-encoder-'));
  events = [];
});
afterEach(async () => {
  await server.close();
  await rm(cacheFolder, { recursive: true });
});

const openUrl = (options: DownloadOptions = {}, url = server.url) =>
  openFolder(url, { cacheFolder, retryDelay: 0, onEvent: (event) => void events.push(event), ...options });

/** Paths of all files in the cache, below the folder of the host. */
async function keptFiles(): Promise<readonly string[]> {
  const entries = await readdir(cacheFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

async function keepOne(): Promise<void> {
  const folder = openUrl();
  await folder.read(path);
  await folder.keep();
  events = [];
}

describe('the folder below a URL', () => {
  it('is downloaded once: then the files come from the cache', async () => {
    const folder = openUrl();
    expect(await folder.read(path)).toEqual({ path, bytes, sha256 });
    await folder.keep();
    const again = await openUrl({}, `${server.url}/`).read(path);
    expect(Buffer.from(again!.bytes).toString()).toBe('the weights of an encoder');
    expect(server.requests).toEqual([path]);
    expect(events.at(-1)).toEqual({ type: 'cached', file: path });
  });

  it('keeps each file under its path, with its checksum beside it', async () => {
    await keepOne();
    const files = await keptFiles();
    expect(files.map((file) => file.split(/[\\/]/).slice(-2).join('/')).sort()).toEqual([
      'onnx/model.onnx',
      'onnx/model.onnx.sha256',
    ]);
    const sum = await readFile(
      files.find((file) => file.endsWith('.sha256'))!,
      'utf8',
    );
    expect(sum).toBe(`${sha256}  model.onnx\n`);
  });

  it('keeps nothing before the files have proved to be an encoder, or after a failure', async () => {
    server.misbehave(path, ...Array.from({ length: 9 }, () => dropAfter(5)));
    await expect(openUrl({ retries: 1 }).read(path)).rejects.toMatchObject({ code: 'download-failed' });
    server.misbehave(path);
    await openUrl().read(path);
    expect(await keptFiles()).toEqual([]);
  });

  it('downloads a file again that is damaged in the cache', async () => {
    await keepOne();
    const kept = (await keptFiles()).find((file) => file.endsWith('.onnx'))!;
    await writeFile(kept, 'damaged');
    expect(await openUrl().read(path)).toEqual({ path, bytes, sha256 });
    expect(events.map(({ type }) => type)).toEqual(['damaged', 'download']);
  });

  it('keeps the files of different URLs apart', async () => {
    await keepOne();
    await openUrl({}, `${server.url}/one`).read(path);
    expect(server.requests).toEqual([path, `one/${path}`]);
  });

  it('rejects a file that does not have the expected checksum', async () => {
    server.misbehave(path, send('false weights'));
    const checksums = { [path]: sha256 };
    await expect(openUrl({ checksums }).read(path)).rejects.toMatchObject({
      code: 'checksum-mismatch',
      file: path,
      message: expect.stringContaining(`must be ${sha256}; got `) as string,
    });
    expect((await openUrl({ checksums }).read(path))!.sha256).toBe(sha256);
  });

  it('asks the server again if the kept file is not the expected one', async () => {
    server.misbehave(path, send('an older version'));
    await keepOne();
    expect((await openUrl({ checksums: { [path]: sha256 } }).read(path))!.sha256).toBe(sha256);
  });

  it('requests nothing when `offline`', async () => {
    const folder = openUrl({ offline: true });
    expect(await folder.read(path)).toBeUndefined();
    const error = folder.notFound(path);
    expect(error.code).toBe('offline');
    expect(error.message).toContain(`must be in the cache (${cacheFolder})`);
    expect(server.requests).toEqual([]);
    await keepOne();
    expect((await openUrl({ offline: true }).read(path))!.sha256).toBe(sha256);
  });

  it('reads the first of several files, from the cache before the network', async () => {
    await keepOne();
    expect((await openUrl().read('model.onnx', path))!.path).toBe(path);
    expect(server.requests).toEqual([path]);
    expect((await openUrl({ cacheFolder: false }).read('model.onnx', path))!.path).toBe(path);
    expect(server.requests).toEqual([path, 'model.onnx', path]);
  });

  it('keeps nothing with `cacheFolder: false`', async () => {
    const folder = openUrl({ cacheFolder: false });
    await folder.read(path);
    await folder.keep();
    expect(await keptFiles()).toEqual([]);
  });

  it('says that the cache cannot be written', async () => {
    const file = join(cacheFolder, 'file');
    await writeFile(file, '');
    const folder = openUrl({ cacheFolder: file });
    await folder.read(path);
    await expect(folder.keep()).rejects.toMatchObject({
      code: 'cache-failed',
      message: expect.stringContaining(`the cache (${file}), but that failed. Choose another`) as string,
    });
  });

  it('keeps the query of the URL, such as a token', async () => {
    const requests: string[] = [];
    server.misbehave(path, (response, _, request) => {
      requests.push(request.url!);
      response.end(bytes);
    });
    await openUrl({}, `${server.url}?token=1#part`).read(path);
    expect(requests).toEqual([`/${path}?token=1`]);
  });

  it.each([
    [{ retries: -1 }, '`retries` must be an integer from 0 to 100; got -1.'],
    [{ retryDelay: NaN }, '`retryDelay` must be a finite number from 0 to 3600; got NaN.'],
    [{ stallTimeout: 0 }, '`stallTimeout` must be a finite number above 0 and at most 3600; got 0.'],
  ])('rejects %j', (options, message) => {
    expect(() => openUrl(options)).toThrow(message);
  });
});
