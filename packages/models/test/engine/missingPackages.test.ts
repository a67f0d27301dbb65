import { describe, expect, it, vi } from 'vitest';
import { listEngines } from '../../src/engine/listEngines.js';
import { openEngine } from '../../src/engine/openEngine.js';

vi.mock('onnxruntime-node', () => {
  throw new Error("Cannot find package 'onnxruntime-node'");
});
vi.mock('onnxruntime-web', () => {
  throw new Error("Cannot find package 'onnxruntime-web'");
});

describe('without ONNX Runtime', () => {
  it.each(['onnx-node', 'onnx-web'] as const)('%s explains how to install it', async (name) => {
    const opening = openEngine(name);
    await expect(opening).rejects.toMatchObject({ code: 'engine-unavailable', cause: expect.any(Error) });
    await expect(opening).rejects.toThrow(
      `Engine \`${name}\` does not work here. Install it with \`npm install onnxruntime-${name.slice(5)}\``,
    );
  });

  it("'auto' opens an engine of TensorFlow.js", async () => {
    expect((await openEngine('auto')).name).toMatch(/^tfjs-/);
    const engines = await listEngines();
    expect(engines.filter(({ available }) => !available).map(({ name }) => name)).toContain('onnx-node');
  });
});
