import { afterEach, describe, expect, it, vi } from 'vitest';
import { mfcc } from '../../src/cepstrum/mfcc.js';
import { syntheticClip } from '../helpers/syntheticClip.js';

const clip = syntheticClip(16000, 4000);

/** The module in a state in which nothing was opened yet. */
async function freshKernels() {
  vi.resetModules();
  return import('../../src/kernels/kernels.js');
}

describe('openKernels', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('opens the kernels once per thread', async () => {
    const { openKernels } = await freshKernels();
    expect(openKernels()).toBeDefined();
    expect(openKernels()).toBe(openKernels());
  });

  it('opens none without WebAssembly, or if a content-security policy forbids it', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect((await freshKernels()).openKernels()).toBeUndefined();
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new Error("Refused to compile: 'unsafe-eval' is not an allowed source of script");
        }
      },
    });
    expect((await freshKernels()).openKernels()).toBeUndefined();
  });

  it('does not change results', async () => {
    const expected = mfcc(clip).data;
    vi.stubGlobal('WebAssembly', undefined);
    await freshKernels();
    const { mfcc: inTypeScript } = await import('../../src/cepstrum/mfcc.js');
    expect(inTypeScript(clip).data).toEqual(expected);
  });
});

describe('withoutKernels', () => {
  it('creates plans that compute in TypeScript', async () => {
    const { openKernels, withoutKernels } = await freshKernels();
    expect(withoutKernels(() => openKernels())).toBeUndefined();
    expect(openKernels()).toBeDefined();
  });
});
