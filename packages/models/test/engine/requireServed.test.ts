import { afterEach, describe, expect, it, vi } from 'vitest';
import { requireServed } from '../../src/engine/requireServed.js';

afterEach(() => vi.unstubAllGlobals());

/** Makes this no Node, and gives it a page or a worker. */
function pretend(place: object): void {
  vi.stubGlobal('process', undefined);
  for (const [name, value] of Object.entries(place)) vi.stubGlobal(name, value);
}

/** A server that gives the same answer to whatever is asked. */
function serve(answer: Response): { readonly asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: URL, { method }: RequestInit) => {
    asked.push(`${method} ${url.href}`);
    return answer;
  });
  return { asked };
}

const wasm = new Response(null, { headers: { 'content-type': 'application/wasm' } });

describe('requireServed', () => {
  it('asks for the file beside the page', async () => {
    pretend({ document: { baseURI: 'https://example.org/app/page.html' } });
    const { asked } = serve(wasm);
    await requireServed('module.wasm');
    expect(asked).toEqual(['HEAD https://example.org/app/module.wasm']);
  });

  it('asks for it beside the script of a worker, which has no document', async () => {
    pretend({ location: { href: 'https://example.org/assets/worker.js' } });
    const { asked } = serve(wasm);
    await requireServed('module.wasm');
    expect(asked).toEqual(['HEAD https://example.org/assets/module.wasm']);
  });

  it.each([
    ['says that there is none', new Response(null, { status: 404 })],
    [
      'gives its page for all that it does not have',
      new Response(null, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ],
  ])('throws where the server %s', async (_, answer) => {
    pretend({ document: { baseURI: 'https://example.org/' } });
    serve(answer);
    await expect(requireServed('module.wasm')).rejects.toThrow(
      'does not give https://example.org/module.wasm',
    );
  });

  it('asks nothing in Node, where the file is beside the package, even with a document made up for tests', async () => {
    vi.stubGlobal('document', { baseURI: 'https://example.org/' });
    const { asked } = serve(new Response(null, { status: 404 }));
    await requireServed('module.wasm');
    expect(asked).toEqual([]);
  });
});
