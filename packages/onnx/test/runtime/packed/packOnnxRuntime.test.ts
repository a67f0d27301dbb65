import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packOnnxLibrary, packOnnxWasm } from '../../../src/runtime/packed/packOnnxRuntime.js';

describe('the packed ONNX Runtime', () => {
  it('has nothing in its code that a bundler, a page, or a worker must find elsewhere', async () => {
    const code = (await packOnnxLibrary()).replace(/^const starterText = .*$/m, '');
    expect(code).not.toMatch(/\bimport\b|import\.meta/);
    expect(code).not.toMatch(/typeof require|createRequire|sourceMappingURL/);
    expect(code).toMatch(/^\/\*!.*Licensed under the MIT License/s);
    expect(code).toContain('InferenceSession');
  });

  it('contains the WebAssembly of the installed version', async () => {
    const [, text] = /^export default '([\w+/=]+)';\n$/.exec(await packOnnxWasm())!;
    const bytes = gunzipSync(Buffer.from(text!, 'base64'));
    expect([...bytes.subarray(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  });
});
