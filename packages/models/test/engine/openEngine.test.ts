import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { activateEngine, type EngineName } from '../../src/engine/engine.js';
import { listEngines } from '../../src/engine/listEngines.js';
import { openEngine } from '../../src/engine/openEngine.js';

describe('openEngine', () => {
  it.each([
    ['tfjs-wasm', 'wasm'],
    ['tfjs-cpu', 'cpu'],
  ] as const)('opens %s and makes its backend current', async (name, backend) => {
    const engine = await openEngine(name);
    expect(engine.name).toBe(name);
    expect(engine.description).toContain('TensorFlow.js 4.22.0');
    expect(tf.getBackend()).toBe(backend);
  });

  it("opens the fastest that works with 'auto'", async () => {
    const best = (await listEngines()).find(({ available }) => available);
    expect((await openEngine('auto')).name).toBe(best!.name);
  });

  it.each([
    ['onnx-node', 'native, one thread'],
    ['onnx-web', 'WebAssembly with SIMD, .*thread'], // as many as when it was first opened in this process
  ] as const)('opens %s, with the weights of models in the backend cpu', async (name, what) => {
    const engine = await openEngine(name, { threads: 1 });
    expect(engine.name).toBe(name);
    expect(engine.description).toMatch(new RegExp(`^ONNX Runtime \\d+\\.\\d+\\.\\d+, ${what}`));
    expect(tf.getBackend()).toBe('cpu');
  });

  it('computes with the given number of threads', async () => {
    expect((await openEngine('onnx-node', { threads: 2 })).description).toMatch(/, 2 threads$/);
    await expect(openEngine('onnx-node', { threads: 0 })).rejects.toMatchObject({
      code: 'invalid-option',
      message: '`threads` must be an integer from 1 to 1024; got 0.',
    });
  });

  it('lists engines only with valid options', async () => {
    await expect(listEngines({ threads: 0 })).rejects.toMatchObject({ code: 'invalid-option' });
  });

  it('rejects unknown engines, and lists the known ones', async () => {
    await expect(openEngine('cuda' as EngineName)).rejects.toThrow(
      "The engine must be 'auto' or one of 'onnx-node', 'tfjs-node', 'onnx-web', 'tfjs-wasm', 'tfjs-cpu'; got 'cuda'.",
    );
  });

  it('explains why tfjs-node does not work if it is not installed', async () => {
    const opening = openEngine('tfjs-node');
    const error = await opening.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error === undefined) return expect(tf.getBackend()).toBe('tensorflow');
    expect(error).toMatchObject({ code: 'engine-unavailable', cause: expect.any(Error) });
    expect((error as Error).message).toContain('npm install @tensorflow/tfjs-node');
  });
});

describe('an open engine', () => {
  const silent = {
    log: vi.spyOn(console, 'log'),
    warn: vi.spyOn(console, 'warn'),
    error: vi.spyOn(console, 'error'),
  };
  afterEach(() => vi.clearAllMocks());

  it('prints nothing, neither at opening nor at its first use', async () => {
    for (const name of ['onnx-node', 'onnx-web', 'tfjs-wasm', 'tfjs-cpu'] as const) {
      await openEngine(name);
      tf.tidy(() => tf.add(1, 2).dataSync());
    }
    for (const spy of Object.values(silent)) expect(spy).not.toHaveBeenCalled();
  });

  it('adds no handlers of uncaught errors', async () => {
    await openEngine('tfjs-wasm');
    await openEngine('onnx-web');
    const rethrowing = process
      .listeners('uncaughtException')
      .filter((listener) => /ExitStatus/.test(String(listener)));
    expect(rethrowing).toEqual([]);
  });

  it('becomes current again at once', async () => {
    const wasm = await openEngine('tfjs-wasm');
    await openEngine('tfjs-cpu');
    activateEngine(wasm);
    expect(tf.tidy(() => tf.add(1, 2).dataSync()[0])).toBe(3);
    expect(tf.getBackend()).toBe('wasm');
  });
});

describe('listEngines', () => {
  it('names every engine, fastest first, with a description or a reason', async () => {
    const engines = await listEngines();
    expect(engines.map(({ name }) => name)).toEqual([
      'onnx-node',
      'tfjs-node',
      'onnx-web',
      'tfjs-wasm',
      'tfjs-cpu',
    ]);
    expect(engines.at(-1)).toEqual({
      name: 'tfjs-cpu',
      available: true,
      detail: 'TensorFlow.js 4.22.0, plain JavaScript, one thread',
    });
  });
});
