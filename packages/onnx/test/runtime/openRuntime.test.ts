import { describe, expect, it, vi } from 'vitest';
import { checkIdentity, type OnnxEngineName, openRuntime, openSession } from '../../src/runtime/index.js';

describe('openRuntime', () => {
  it.each([
    ['onnx-node', 'native', true],
    ['onnx-web', 'WebAssembly', false],
  ] as const)('loads %s', async (engine, kind, fillsOutputs) => {
    const runtime = await openRuntime({ engine, threads: 1 });
    expect(runtime.description).toMatch(new RegExp(`^ONNX Runtime \\d+\\.\\d+\\.\\d+, ${kind}$`));
    expect(runtime).toMatchObject({ fillsOutputs, threads: 1 });
    await checkIdentity(runtime);
  });

  it("takes the native one with 'auto' where it is installed", async () => {
    expect((await openRuntime({ engine: 'auto', threads: 1 })).executionProvider).toBe('cpu');
  });

  it("takes WebAssembly with 'auto' elsewhere", async () => {
    vi.stubGlobal('process', { ...process, versions: {} });
    const { executionProvider } = await openRuntime({ engine: 'auto', threads: 1 });
    vi.unstubAllGlobals();
    expect(executionProvider).toBe('wasm');
  });

  it.each(['onnx-node', 'onnx-web'] as OnnxEngineName[])('%s rejects what is no graph', async (engine) => {
    const runtime = await openRuntime({ engine, threads: 1 });
    await expect(openSession(runtime, Uint8Array.of(1, 2, 3))).rejects.toThrow();
  });
});

describe('a session in WebAssembly', () => {
  it('leaves no handlers of uncaught errors', async () => {
    const before = process.listenerCount('uncaughtException');
    await checkIdentity(await openRuntime({ engine: 'onnx-web', threads: 1 }));
    expect(process.listenerCount('uncaughtException')).toBe(before);
  });
});
