import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compileKernels } from '../../scripts/compileKernels.mjs';
import { fromBase64 } from '../../src/kernels/fromBase64.js';
import { kernelBytes } from '../../src/kernels/kernelBytes.js';

describe('kernelBytes', () => {
  it('is what `npm run kernels` compiles from assembly/', async () => {
    expect(fromBase64(kernelBytes)).toEqual(new Uint8Array(await compileKernels()));
  });

  it('adds less than 8 kB to a download', () => {
    expect(gzipSync(kernelBytes).length).toBeLessThan(8000);
  });
});
