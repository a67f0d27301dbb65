import { PretrainedError } from './errors.js';

/**
 * The bytes of a file of this package.
 *
 * @throws {PretrainedError} `model-unreadable`
 */
export async function readBytes(url: URL): Promise<Uint8Array> {
  try {
    return url.protocol === 'file:' ? await readFile(url) : await download(url);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PretrainedError(
      'model-unreadable',
      `\`${url.href}\` cannot be read: ${why}. Install @ser/pretrained again; with Vite's development server, name it ` +
        'in `optimizeDeps.exclude`, so that its files stay beside its code.',
      { file: url.href, cause },
    );
  }
}

/** Asked of the running Node, so that bundlers for browsers find no import to trip over. */
async function readFile(url: URL): Promise<Uint8Array> {
  const { readFile } = process.getBuiltinModule('node:fs/promises');
  return new Uint8Array(await readFile(url));
}

async function download(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answers ${response.status} ${response.statusText}`.trim());
  return new Uint8Array(await response.arrayBuffer());
}
