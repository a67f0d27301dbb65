import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { encodeWav } from '@ser/audio-io';
import { Recognizer } from '@ser/recognizer';
import { makeVoice, sentences, synthesizeUtterance } from '@ser/synthetic';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const examples = fileURLToPath(new URL('..', import.meta.url));
const conditions = ['@ser/source', 'node', 'module', 'default'];
const speech = synthesizeUtterance({
  voice: makeVoice(1, 2),
  emotion: 'angry',
  sentence: sentences[0],
  seed: 1,
});
const python = process.env['SER_PYTHON'];

let folder: string;
let clip: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-examples-'));
  clip = join(folder, 'clip.wav');
  await writeFile(clip, encodeWav(speech));
});

afterAll(() => rm(folder, { recursive: true }));

describe('route.ts', () => {
  it('answers a recording with a prediction, and a file that is none with a code', async () => {
    const { POST: post } = await import('../route.js');
    const ask = (body: Uint8Array<ArrayBuffer>) =>
      post(new Request('http://localhost/api/predict', { method: 'POST', body }));
    const answer = await ask(new Uint8Array(await readFile(clip)));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ speech: true, label: expect.any(String) as unknown });
    const refused = await ask(new Uint8Array([1, 2, 3]));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { code: expect.any(String) as unknown } });
  });
});

describe('worker.ts', () => {
  it('answers each message with the prediction of one session, or its error', async () => {
    const messages = new EventTarget();
    const answers: unknown[] = [];
    const answered = new Promise<void>((resolve) => {
      vi.stubGlobal('addEventListener', messages.addEventListener.bind(messages));
      vi.stubGlobal('postMessage', (answer: unknown) => {
        if (answers.push(answer) === 2) resolve();
      });
    });
    await import('../worker.js');
    const { samples, sampleRate } = speech;
    for (const data of [
      { id: 1, samples, sampleRate },
      { id: 2, samples, sampleRate: -1 },
    ]) {
      messages.dispatchEvent(new MessageEvent('message', { data }));
    }
    await answered;
    vi.unstubAllGlobals();
    expect(answers).toContainEqual({
      id: 1,
      prediction: expect.objectContaining({ clipsUsed: expect.any(Number) as unknown }) as unknown,
    });
    expect(answers).toContainEqual({
      id: 2,
      error: expect.objectContaining({ code: expect.any(String) as unknown }) as unknown,
    });
  });
});

describe('electron/', () => {
  it('bundles: the main process as an ES module, the preload script as CommonJS, and the window', async () => {
    const out = (name: string) => readFile(join(folder, 'electron', name), 'utf8');
    await bundle('electron/main.ts', 'electron/main.js', 'es');
    await bundle('electron/preload.ts', 'electron/preload.cjs', 'cjs');
    await bundle('electron/window.ts', 'electron/window.js', 'es');
    const page = await readFile(join(examples, 'electron/index.html'), 'utf8');
    for (const [, script] of page.matchAll(/src="(.+?)"/g)) await access(join(folder, 'electron', script!));
    expect(await out('main.js')).toContain('preload.cjs');
    expect(await out('preload.cjs')).toMatch(/require\(["']electron["']\)/);
    const asked = [...(await out('preload.cjs')).matchAll(/invoke\(["'](.+?)["']\)/g)].map(
      ([, name]) => name,
    );
    const answered = [...(await out('main.js')).matchAll(/handle\(["'](.+?)["']/g)].map(([, name]) => name);
    expect(asked).toEqual(['recognize']);
    expect(answered).toEqual(asked);
  });
});

/** Bundles one file as an app would, with Electron and the libraries left out. */
async function bundle(entry: string, out: string, format: 'es' | 'cjs'): Promise<void> {
  const file = join(folder, out);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(examples, entry),
      emptyOutDir: false,
      outDir: dirname(file),
      rollupOptions: {
        external: ['electron', /^@ser\//],
        output: { format, entryFileNames: basename(file) },
      },
    },
    ssr: { resolve: { conditions } },
  });
}

describe('read_onnx.py', () => {
  it.skipIf(python === undefined)(
    'gives the probabilities of the recognizer (needs SER_PYTHON)',
    async () => {
      const recognizer = await Recognizer.bundled('general-small');
      const [onnx, npy] = [join(folder, 'model.onnx'), join(folder, 'features.npy')];
      await writeFile(onnx, await recognizer.toOnnx());
      await ser('features', clip, '--model', 'general-small', '--out', npy);
      const { stdout } = await promisify(execFile)(python!, [join(examples, 'read_onnx.py'), onnx, npy]);
      const { probabilities } = await recognizer.predict(clip, { assumeSpeech: true });
      for (const [label, p] of Object.entries(JSON.parse(stdout) as Record<string, number>)) {
        expect(p).toBeCloseTo(probabilities[label]!, 5);
      }
    },
  );
});

/** Runs the command from its sources. */
async function ser(...args: readonly string[]): Promise<void> {
  const tsx = join(examples, '../../node_modules/tsx/dist/cli.mjs');
  const main = join(examples, '../cli/src/main.ts');
  await promisify(execFile)(process.execPath, [tsx, '--conditions=@ser/source', main, ...args]);
}

describe('every app', () => {
  it.each([
    'route.ts',
    'worker.ts',
    'read_onnx.py',
    'electron/main.ts',
    'electron/preload.ts',
    'electron/window.ts',
  ])('%s stays small', async (name) => {
    const lines = (await readFile(join(examples, name), 'utf8')).split('\n');
    expect(lines.length).toBeLessThan(60);
  });
});
