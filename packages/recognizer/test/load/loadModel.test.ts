import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecognizerFiles } from '../../src/format/modelFiles.js';
import type { LoadEvent, ModelSource } from '../../src/load/modelSource.js';
import { packTar } from '../../src/load/tar.js';
import { saveRecognizer } from '../../src/node/saveRecognizer.js';
import { Recognizer } from '../../src/recognizer.js';
import { FakeClassifier } from '../fakes.js';
import { fixtureFolder } from '../fixtures.js';
import { tone } from '../tone.js';

let folder: string;
let files: RecognizerFiles;
let server: Server;
let url: string;
let prediction: unknown;

/** Serves the files of the folder. */
async function serve(): Promise<Server> {
  const started = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://here');
    readFile(join(folder, pathname)).then(
      (bytes) => response.setHeader('Content-Length', bytes.length).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return started;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-load-'));
  const recognizer = await Recognizer.load(fixtureFolder('version-2-ensemble'));
  await saveRecognizer(join(folder, 'model'), recognizer);
  files = await recognizer.toFiles();
  await writeFile(join(folder, 'model.tar'), await recognizer.toBytes());
  prediction = await recognizer.predict(tone(440));
  server = await serve();
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('Recognizer.load', () => {
  it.each<[string, () => ModelSource]>([
    ['a folder', () => join(folder, 'model')],
    ["a folder's file: URL", () => pathToFileURL(join(folder, 'model'))],
    ['a packed model', () => join(folder, 'model.tar')],
    ['the bytes of a packed model', () => packTar(files)],
    ['its files', () => files],
    [
      'the locations of its files',
      () => ({ ...files, 'ridge/weights.bin': `${url}model/ridge/weights.bin` }),
    ],
    ['a URL', () => `${url}model`],
    ['a URL with a query', () => new URL(`${url}model/?version=3`)],
    ['the URL of a packed model', () => `${url}model.tar`],
  ])('from %s gives the same prediction', async (_, source) => {
    const recognizer = await Recognizer.load(source());
    expect(await recognizer.predict(tone(440))).toEqual(prediction);
  });

  it('reports each file while it is downloaded', async () => {
    const last = new Map<string, LoadEvent>();
    const recognizer = await Recognizer.load(`${url}model`, {
      onEvent: (event) => last.set(event.file, event),
    });
    recognizer.dispose();
    expect(last.get('ridge/weights.bin')).toEqual({
      type: 'download',
      file: 'ridge/weights.bin',
      received: files['ridge/weights.bin']!.length,
      total: files['ridge/weights.bin']!.length,
    });
    expect([...last.keys()]).toContain('recognizer.json');
  });

  it.each([
    ['gone', 'model-not-found', 'does not exist. Train a model first'],
    ['model/ridge/model.json', 'model-not-found', 'is a file, neither a folder nor a packed model'],
    ['.', 'model-part-missing', 'The model seems to be in'],
  ])('says what is wrong with the path %s', async (path, code, fragment) => {
    await expect(Recognizer.load(join(folder, path))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(fragment),
    });
  });

  it.skipIf(process.platform === 'win32')(
    'rejects a device, which could never end (needs a Unix system)',
    async () => {
      await expect(Recognizer.load('/dev/zero')).rejects.toMatchObject({
        code: 'model-not-found',
        message: expect.stringContaining('is neither a folder nor a file'),
      });
    },
  );

  it.skipIf(process.platform === 'win32')(
    'rejects a link to a device in a folder (needs a Unix system)',
    async () => {
      const path = join(folder, 'linked');
      await mkdir(path);
      await symlink('/dev/zero', join(path, 'recognizer.json'));
      await expect(Recognizer.load(path)).rejects.toMatchObject({ code: 'model-corrupt' });
    },
  );

  it('says which URL has no model', async () => {
    await expect(Recognizer.load(`${url}gone/`)).rejects.toMatchObject({
      code: 'model-not-found',
      file: `${url}gone/recognizer.json`,
      message: expect.stringContaining('The server answered 404'),
    });
  });

  it.each(['recognizer.json', 'ridge/model.json', 'network/weights.bin'])(
    'names a missing file: %s',
    async (part) => {
      const others = Object.fromEntries(Object.entries(files).filter(([name]) => name !== part));
      await expect(Recognizer.load(others)).rejects.toMatchObject({
        code: 'model-part-missing',
        file: part,
        message: `The model lacks \`${part}\`. Copy the whole model folder, or save the model again.`,
      });
    },
  );

  it.each(['recognizer.json', 'ridge/model.json', 'network/weights.bin'])(
    'names a damaged file: %s',
    async (part) => {
      const damaged = { ...files, [part]: files[part]!.subarray(0, 10) };
      await expect(Recognizer.load(damaged)).rejects.toMatchObject({ code: 'model-corrupt', file: part });
    },
  );

  it('gives the path of a damaged file of a folder', async () => {
    await saveRecognizer(join(folder, 'damaged'), await Recognizer.load(files));
    const file = join(folder, 'damaged/ridge/weights.bin');
    await writeFile(file, 'short');
    await expect(Recognizer.load(join(folder, 'damaged'))).rejects.toMatchObject({
      code: 'model-corrupt',
      file,
    });
  });

  it('rejects a model whose parts do not belong together, and disposes of its classifiers', async () => {
    const json = JSON.parse(new TextDecoder().decode(files['recognizer.json'])) as object;
    const relabeled = new TextEncoder().encode(JSON.stringify({ ...json, labels: ['low', 'high'] }));
    const loaded: FakeClassifier[] = [];
    const loadClassifier = () => {
      loaded.push(new FakeClassifier());
      return loaded.at(-1)!;
    };
    await expect(
      Recognizer.load({ ...files, 'recognizer.json': relabeled }, { loadClassifier }),
    ).rejects.toMatchObject({
      code: 'model-corrupt',
      file: 'recognizer.json',
      message: expect.stringContaining('`labels` must be one for each of the 3 classes of `ridge`'),
    });
    expect(loaded.map(({ disposed }) => disposed)).toEqual([true, true]);
  });

  it('stops when the signal is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(Recognizer.load(join(folder, 'model'), { signal })).rejects.toThrow('enough');
    await expect(Recognizer.load(`${url}model`, { signal })).rejects.toThrow('enough');
  });
});
