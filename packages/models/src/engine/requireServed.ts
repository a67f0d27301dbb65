import { isNode } from './isNode.js';

/** A browser's page or worker. */
interface Place {
  readonly document?: { readonly baseURI: string };
  readonly location?: { readonly href: string };
}

/**
 * Asks the server for a file beside the page, or beside the worker's script, before a library does that would complain
 * on the console of each vain attempt. In Node nothing is asked.
 *
 * @throws {Error} when it is not there
 */
export async function requireServed(file: string): Promise<void> {
  const { document, location } = globalThis as Place;
  const base = document?.baseURI ?? location?.href;
  if (isNode() || base === undefined) return;
  const url = new URL(file, base);
  const { ok, headers } = await fetch(url, { method: 'HEAD' });
  // a development server answers with its page for all that it does not have
  if (ok && !headers.get('content-type')?.startsWith('text/html')) return;
  throw new Error(`The server does not give ${url.href}.`);
}
