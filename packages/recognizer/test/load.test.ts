import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClassifier, type Engine, openEngine, parseNetworkDescription } from '@ser/models';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { packTar, unpackTar } from '../src/load/tar.js';
import { saveRecognizer } from '../src/node/saveRecognizer.js';
import { Recognizer } from '../src/recognizer.js';
import { type RecognizerFiles } from '../src/recognizerFile.js';
import { partsOf } from './fakes.js';
import { tone } from './tone.js';

let folder: string;
let engine: Engine;
let files: RecognizerFiles;
let server: Server;
let url: string;
let answer: unknown;

/** Gives what lies in the folder. */
async function serve(): Promise<Server> {
  const started = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://here');
    readFile(join(folder, pathname)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return started;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-load-'));
  engine = await openEngine('tfjs-cpu');
  const network = parseNetworkDescription({ kind: 'dense', units: [] });
  const classifier = createClassifier(network, { engine, inputShape: [1, 4], nClasses: 3, seed: 1 });
  const recognizer = new Recognizer(partsOf({ classifier }));
  await saveRecognizer(join(folder, 'model'), recognizer);
  files = await recognizer.toFiles();
  await writeFile(join(folder, 'model.tar'), await recognizer.toBytes());
  answer = await recognizer.predict(tone(440));
  recognizer.dispose();
  server = await serve();
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function answerOf(source: Parameters<typeof Recognizer.load>[0]): Promise<unknown> {
  const recognizer = await Recognizer.load(source, { engine });
  const prediction = await recognizer.predict(tone(440));
  recognizer.dispose();
  return prediction;
}

describe('Recognizer.load', () => {
  it.each<[string, () => Parameters<typeof Recognizer.load>[0]]>([
    ['a folder', () => join(folder, 'model')],
    ["a folder's file: URL", () => pathToFileURL(join(folder, 'model'))],
    ['a packed model', () => join(folder, 'model.tar')],
    ['the bytes of a packed model', () => packTar(files)],
    ['its files', () => files],
    ['its files by their places', () => ({ ...files, 'weights.bin': `${url}model/weights.bin` })],
    ['an address', () => `${url}model`],
    ['an address with a query', () => new URL(`${url}model/?version=3`)],
    ['the address of a packed model', () => `${url}model.tar`],
  ])('from %s gives the same answer', async (_, source) => {
    expect(await answerOf(source())).toEqual(answer);
  });

  it('from an address finds the networks of several classifiers', async () => {
    const { labels, card, features, normalizer } = partsOf();
    const members = [1, 2].map((seed) => {
      const shape = { inputShape: [1, 4], nClasses: 3, seed };
      const classifier = createClassifier({ kind: 'dense', units: [] }, { engine, ...shape });
      return { name: `network-${seed}`, features, normalizer, classifier };
    });
    const several = new Recognizer({ labels, members, card });
    await saveRecognizer(join(folder, 'several'), several);
    const mean = await several.predict(tone(440));
    several.dispose();
    expect(await answerOf(`${url}several`)).toEqual(mean);
  });

  it('opens an engine by itself, or by name', async () => {
    const recognizer = await Recognizer.load(files, { engine: 'tfjs-cpu' });
    expect(await recognizer.predict(tone(440))).toEqual(answer);
    recognizer.dispose();
  });

  it.each([
    ['gone', 'model-not-found', 'does not exist. Train a model first'],
    ['model/model.json', 'model-not-found', 'is a file, not a folder and not a packed model'],
    ['.', 'model-part-missing', 'The model seems to be in'],
  ])('says what is wrong with the path %s', async (path, code, fragment) => {
    await expect(answerOf(join(folder, path))).rejects.toMatchObject({
      name: 'RecognizerError',
      code,
      message: expect.stringContaining(fragment),
    });
  });

  it('says which address has no model', async () => {
    await expect(answerOf(`${url}gone/`)).rejects.toMatchObject({
      code: 'model-not-found',
      file: `${url}gone/recognizer.json`,
      message: expect.stringContaining('The server answered 404'),
    });
  });

  it('says which of its files is missing', async () => {
    const others = Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'weights.bin'));
    await expect(answerOf(others)).rejects.toMatchObject({ code: 'model-part-missing', file: 'weights.bin' });
  });

  it('stops when told', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(Recognizer.load(join(folder, 'model'), { engine, signal })).rejects.toThrow('enough');
    await expect(Recognizer.load(`${url}model`, { engine, signal })).rejects.toThrow('enough');
  });
});

describe('a packed model', () => {
  it('holds all files, the same bytes every time', () => {
    expect(unpackTar(packTar(files))).toEqual(files);
    expect(packTar(files)).toEqual(packTar(files));
  });

  it('has the layout of ustar: header, content, two empty blocks', () => {
    const archive = packTar({ 'a.txt': new TextEncoder().encode('hello') });
    const text = new TextDecoder().decode(archive);
    expect(archive).toHaveLength(4 * 512);
    expect(text.slice(0, 6)).toBe('a.txt\0');
    expect(text.slice(257, 263)).toBe('ustar\0');
    expect(text.slice(512, 517)).toBe('hello');
    // the sum of the header's bytes with blanks for the sum itself
    const sum = archive
      .subarray(0, 512)
      .reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
    expect(parseInt(text.slice(148, 154), 8)).toBe(sum);
  });

  it('may come from tar itself, with folders in it', () => {
    const inFolder = packTar(
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`./${name}`, bytes])),
    );
    const isFolder = packTar({ 'model/': new Uint8Array(0) }).slice(0, 512);
    isFolder[156] = '5'.charCodeAt(0);
    expect(unpackTar(Uint8Array.of(...isFolder, ...inFolder))).toEqual(files);
  });

  it('is refused when it is none, or cut short', () => {
    expect(() => unpackTar(new Uint8Array(2000))).toThrow('it is no tar archive');
    expect(() => unpackTar(packTar(files).slice(0, 1000))).toThrow('it is cut short');
  });
});

describe('Recognizer.general', () => {
  it('says what to install where @ser/pretrained is not', async () => {
    vi.doMock('@ser/pretrained', () => {
      throw new Error('Cannot find package');
    });
    await expect(Recognizer.general({ engine })).rejects.toMatchObject({
      code: 'no-pretrained-model',
      message: expect.stringContaining('Run `npm install @ser/pretrained`'),
    });
    vi.doUnmock('@ser/pretrained');
  });

  it('loads seven classes, or four', async () => {
    const asked: string[] = [];
    vi.doMock('@ser/pretrained', () => ({
      modelFiles: async (name: string) => {
        asked.push(name);
        return files;
      },
      models: { general: { fourClasses: ['high', 'low'] } },
    }));
    const seven = await Recognizer.general({ engine });
    expect(await seven.predict(tone(440))).toEqual(answer);
    const four = await Recognizer.general({ engine, classes: 4 });
    expect(four.labels).toEqual(['high', 'low']);
    for (const recognizer of [seven, four]) recognizer.dispose();
    expect(asked).toEqual(['general', 'general']);
    await expect(Recognizer.general({ engine, classes: 5 as 7 })).rejects.toMatchObject({
      code: 'invalid-option',
    });
    vi.doUnmock('@ser/pretrained');
  });
});
