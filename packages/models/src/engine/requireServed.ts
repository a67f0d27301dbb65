import { isNode } from '@ser/onnx/runtime';

/** A browser's page or worker. */
interface BrowserGlobals {
  readonly document?: { readonly baseURI: string };
  readonly location?: { readonly href: string };
}

/**
 * Checks that the server has a file next to the page, or next to the worker's script, because the library prints every
 * failed attempt on the console. In Node, nothing is checked.
 *
 * @throws {Error} when the server does not have the file
 */
export async function requireServed(file: string): Promise<void> {
  const { document, location } = globalThis as BrowserGlobals;
  const base = document?.baseURI ?? location?.href;
  if (isNode() || base === undefined) return;
  const url = new URL(file, base);
  const { ok, headers } = await fetch(url, { method: 'HEAD' });
  // development servers return their page for missing files
  if (ok && !headers.get('content-type')?.startsWith('text/html')) return;
  throw new Error(`The server does not serve ${url.href}.`);
}
