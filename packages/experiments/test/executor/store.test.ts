import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, places } from '../../src/executor/job.js';
import { openStore } from '../../src/executor/openStore.js';
import { freshFolder } from '../tinyExperiment.js';

const bytes = (text: string) => Buffer.from(text);

/** The requests of S3 that a store uses, on files in memory. */
function bucket(files: Map<string, Buffer>): Server {
  return createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const name = request.url!;
      const answer = (status: number, body?: Buffer) => response.writeHead(status).end(body);
      if (request.method === 'GET') return files.has(name) ? answer(200, files.get(name)) : answer(404);
      if (request.method === 'DELETE') return answer(files.delete(name) ? 204 : 404);
      if (request.headers['if-none-match'] === '*' && files.has(name)) return answer(412);
      files.set(name, Buffer.concat(parts));
      return answer(200);
    });
  });
}

const files = new Map<string, Buffer>();
let server: Server;
let url: string;

beforeAll(async () => {
  server = bucket(files);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe.each([
  ['in a folder', async () => join(await freshFolder(), 'store')],
  ['behind a URL', async () => `${url}/${files.size}`],
])('a store %s', (_, locate) => {
  it('keeps the first result, accepts an equal one, and keeps one that differs beside it', async () => {
    const store = openStore(await locate());
    const key = digestOf('job');
    expect(await store.read(places.result(key))).toBeUndefined();
    expect(await store.finish(key, bytes('first'))).toBe('first');
    expect(await store.finish(key, bytes('first'))).toBe('equal');
    expect(await store.finish(key, bytes('second'))).toBe('different');
    expect(Buffer.from((await store.read(places.result(key)))!)).toEqual(bytes('first'));
    const beside = await store.read(places.conflict(key, digestOf('second')));
    expect(Buffer.from(beside!)).toEqual(bytes('second'));
  });

  it('replaces checkpoints and removes them', async () => {
    const store = openStore(await locate());
    const place = places.checkpoint(digestOf('job'));
    await store.replace(place, bytes('epoch 1'));
    await store.replace(place, bytes('epoch 2'));
    expect(Buffer.from((await store.read(place))!)).toEqual(bytes('epoch 2'));
    await store.remove(place);
    await store.remove(place);
    expect(await store.read(place)).toBeUndefined();
  });

  it('finds data by their SHA-256', async () => {
    const store = openStore(await locate());
    const digest = await store.add(bytes('features'));
    expect(digest).toBe(digestOf('features'));
    expect(await store.add(bytes('features'))).toBe(digest);
    expect(Buffer.from((await store.read(places.data(digest)))!)).toEqual(bytes('features'));
  });
});

describe('a store', () => {
  it('takes a damaged file for a missing one, and leaves no temporary files', async () => {
    const folder = await freshFolder();
    const store = openStore(folder);
    const key = digestOf('job');
    await store.finish(key, bytes('result'));
    const [first] = await readdir(join(folder, 'results'));
    const [name] = await readdir(join(folder, 'results', first!));
    await writeFile(join(folder, 'results', first!, name!), 'damaged');
    expect(await store.finish(key, bytes('result'))).toBe('first');
    expect(await readdir(join(folder, 'results', first!))).toEqual([name]);
  });

  it('tries again when its server does not answer', async () => {
    const store = openStore(`${url}/../missing`);
    server.once('request', (_, response) => response.destroy());
    await expect(store.read('name')).resolves.toBeUndefined(); // the second try is answered
  });
});
