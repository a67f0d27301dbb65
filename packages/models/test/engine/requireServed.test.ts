import { afterEach, describe, expect, it, vi } from 'vitest';
import { requireServed } from '../../src/engine/requireServed.js';

afterEach(() => vi.unstubAllGlobals());

/** Emulates a browser with a page or a worker. */
function emulateBrowser(globals: object): void {
  vi.stubGlobal('process', undefined);
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
}

/** A server with the same response to every request. */
function serve(response: Response): { readonly requests: string[] } {
  const requests: string[] = [];
  vi.stubGlobal('fetch', async (url: URL, { method }: RequestInit) => {
    requests.push(`${method} ${url.href}`);
    return response;
  });
  return { requests };
}

const wasm = new Response(null, { headers: { 'content-type': 'application/wasm' } });

describe('requireServed', () => {
  it('requests the file next to the page', async () => {
    emulateBrowser({ document: { baseURI: 'https://example.org/app/page.html' } });
    const { requests } = serve(wasm);
    await requireServed('module.wasm');
    expect(requests).toEqual(['HEAD https://example.org/app/module.wasm']);
  });

  it('requests the file next to the script of a worker, which has no document', async () => {
    emulateBrowser({ location: { href: 'https://example.org/assets/worker.js' } });
    const { requests } = serve(wasm);
    await requireServed('module.wasm');
    expect(requests).toEqual(['HEAD https://example.org/assets/module.wasm']);
  });

  it.each([
    ['reports a missing file', new Response(null, { status: 404 })],
    [
      'returns its page for missing files',
      new Response(null, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ],
  ])('throws if the server %s', async (_, response) => {
    emulateBrowser({ document: { baseURI: 'https://example.org/' } });
    serve(response);
    await expect(requireServed('module.wasm')).rejects.toThrow(
      'does not serve https://example.org/module.wasm',
    );
  });

  it('requests nothing in Node, even with an emulated document', async () => {
    vi.stubGlobal('document', { baseURI: 'https://example.org/' });
    const { requests } = serve(new Response(null, { status: 404 }));
    await requireServed('module.wasm');
    expect(requests).toEqual([]);
  });
});
