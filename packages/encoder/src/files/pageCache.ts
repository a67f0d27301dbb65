import type { EncoderFile } from './encoderFolder.js';
import type { FileCache } from './fileCache.js';
import { fileUrl } from './fileUrl.js';

const name = 'ser-encoders';
/** Header of a kept response that records its checksum. */
const checksumHeader = 'x-sha256';

/** The part of a page's `caches` used here. */
interface CacheStorage {
  open(name: string): Promise<{
    match(url: string): Promise<Response | undefined>;
    put(url: string, response: Response): Promise<void>;
  }>;
}

/** Cache Storage of the page's origin. */
export class PageCache implements FileCache {
  readonly location = `Cache Storage '${name}'`;

  async read(base: string, path: string): Promise<EncoderFile | undefined> {
    const response = await (await openCache()).match(fileUrl(base, path));
    const sha256 = response?.headers.get(checksumHeader);
    if (!response || typeof sha256 !== 'string') return undefined;
    return { path, bytes: new Uint8Array(await response.arrayBuffer()), sha256 };
  }

  async write(base: string, { path, bytes, sha256 }: EncoderFile): Promise<void> {
    const response = new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { [checksumHeader]: sha256 },
    });
    await (await openCache()).put(fileUrl(base, path), response);
  }
}

function openCache() {
  return (globalThis as unknown as { readonly caches: CacheStorage }).caches.open(name);
}
