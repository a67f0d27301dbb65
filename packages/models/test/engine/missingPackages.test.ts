import { describe, expect, it, vi } from 'vitest';
import { listEngines } from '../../src/engine/listEngines.js';
import { openEngine } from '../../src/engine/openEngine.js';

vi.mock('onnxruntime-node', () => {
  throw new Error("Cannot find package 'onnxruntime-node'");
});

describe('without the native ONNX Runtime', () => {
  it('explains how to install it', async () => {
    const opening = openEngine('onnx-node');
    await expect(opening).rejects.toMatchObject({ code: 'engine-unavailable', cause: expect.any(Error) });
    await expect(opening).rejects.toThrow(
      'Engine `onnx-node` does not work here. Install it with `npm install onnxruntime-node`',
    );
  });

  it("'auto' opens the next engine; ONNX Runtime in WebAssembly is always installed", async () => {
    expect((await openEngine('auto')).name).toMatch(/^(tfjs-node|onnx-web)$/);
    const engines = await listEngines();
    const unavailable = engines.filter(({ available }) => !available).map(({ name }) => name);
    expect(unavailable).toContain('onnx-node');
    expect(unavailable).not.toContain('onnx-web');
  });
});
