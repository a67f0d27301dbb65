import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { tinyLabels, writeTinyModel } from '../tinyModel.js';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('serve');
  await writeTinyModel(folder);
  await writeWav(join(folder, 'clip.wav'), syllables(300, 2));
});

const serve = (argv: readonly string[], io = {}) =>
  runSer(['serve', '--model', 'model', '--engine', 'tfjs-cpu', '--port', '0', '--quiet', ...argv], {
    cwd: folder,
    ...io,
  });

/** The port of a server, once it listens; `ser` writes its address to standard error. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function answerOf(url: string, init?: RequestInit): Promise<unknown> {
  for (;;) {
    const response = await fetch(url, init).catch(() => undefined);
    if (response) return response.json();
    await new Promise((resolve) => setTimeout(resolve, 50)); // it does not listen yet
  }
}

describe('ser serve', () => {
  it('answers until it is stopped', async () => {
    const stop = new AbortController();
    const port = await freePort();
    const run = serve(['--port', String(port)], { signal: stop.signal });
    expect(await answerOf(`http://127.0.0.1:${port}/health`)).toMatchObject({
      status: 'ok',
      labels: tinyLabels,
    });
    const body = await readFile(join(folder, 'clip.wav'));
    const answer = await answerOf(`http://127.0.0.1:${port}/predict?top=1`, { method: 'POST', body });
    expect((answer as { scores: object[] }).scores).toHaveLength(1);
    stop.abort();
    const { code, stderr } = await run;
    expect(code).toBe(0);
    expect(stderr).toContain(`Listening on http://127.0.0.1:${port} without a token`);
  });

  it('rejects options out of bounds before it loads anything', async () => {
    const { code, stderr } = await serve(['--concurrency', '0']);
    expect(code).toBe(2);
    expect(stderr).toContain('`--concurrency` must be an integer from 1 to 64; got `0`.');
  });
});
