import { afterEach, describe, expect, it, vi } from 'vitest';
import { PageCache } from '../../src/files/pageCache.js';

afterEach(() => vi.unstubAllGlobals());

/** Cache Storage in memory. */
function cacheStorage() {
  const responses = new Map<string, Response>();
  const cache = {
    match: (url: string) => Promise.resolve(responses.get(url)?.clone()),
    put: (url: string, response: Response) => Promise.resolve(void responses.set(url, response)),
  };
  return { responses, open: () => Promise.resolve(cache) };
}

describe('the cache of a page', () => {
  it('keeps files with their checksums in Cache Storage', async () => {
    const storage = cacheStorage();
    vi.stubGlobal('caches', storage);
    const cache = new PageCache();
    const file = { path: 'onnx/model.onnx', bytes: Uint8Array.of(1, 2, 3), sha256: 'f'.repeat(64) };
    expect(await cache.read('https://example.org/wavlm', file.path)).toBeUndefined();
    await cache.write('https://example.org/wavlm', file);
    expect([...storage.responses.keys()]).toEqual(['https://example.org/wavlm/onnx/model.onnx']);
    expect(await cache.read('https://example.org/wavlm/', file.path)).toEqual(file);
  });
});
