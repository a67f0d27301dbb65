import { EncoderError } from '../errors.js';
import { cacheOf } from './cacheOf.js';
import { requireChecksum } from './requireChecksum.js';
import { download } from './download.js';
import type { DownloadOptions } from './downloadOptions.js';
import type { EncoderFile, EncoderFolder } from './encoderFolder.js';
import type { FileCache } from './fileCache.js';
import { fileUrl } from './fileUrl.js';
import { sha256 } from './sha256.js';

/** The files below a URL, kept in a cache. */
export class UrlFolder implements EncoderFolder {
  readonly location: string;
  readonly #options: DownloadOptions;
  readonly #cache: FileCache | undefined;
  /** What has been downloaded and not kept yet. */
  readonly #downloaded: EncoderFile[] = [];

  constructor(location: string, options: DownloadOptions) {
    this.location = location;
    this.#options = options;
    this.#cache = cacheOf(options.cacheFolder);
  }

  async read(...paths: readonly string[]): Promise<EncoderFile | undefined> {
    const { signal, offline } = this.#options;
    signal?.throwIfAborted();
    for (const path of paths) {
      const cached = await this.#cached(path);
      if (cached) return cached;
    }
    if (offline === true) return undefined;
    for (const path of paths) {
      const downloaded = await this.#download(path);
      if (downloaded) return downloaded;
    }
    return undefined;
  }

  notFound(path: string): EncoderError {
    const { offline, cacheFolder } = this.#options;
    if (offline !== true) {
      return new EncoderError(
        'encoder-not-found',
        `The encoder at ${this.location} must have \`${path}\`, but the server has no such file. Check the URL: the files ` +
          'of an export lie below it.',
        { file: path },
      );
    }
    const where = this.#cache?.location ?? `\`cacheFolder\`, which is ${String(cacheFolder)}`;
    return new EncoderError(
      'offline',
      `The encoder at ${this.location} must be in the cache (${where}), because nothing may be requested from the ` +
        'network, but it is not. Download it once with `createEncoder` or `ser features`, or name a folder that has it.',
      { file: path },
    );
  }

  async keep(): Promise<void> {
    for (const file of this.#downloaded.splice(0)) {
      try {
        await this.#cache?.write(this.location, file);
      } catch (cause) {
        throw new EncoderError(
          'cache-failed',
          `\`${file.path}\` must be written to the cache (${this.#cache!.location}), but that failed. Choose another ` +
            '`cacheFolder`, or `false` to keep nothing.',
          { file: file.path, cause },
        );
      }
    }
  }

  /** A kept file with the recorded checksum, and with the expected one. */
  async #cached(path: string): Promise<EncoderFile | undefined> {
    const kept = await this.#cache?.read(this.location, path);
    if (kept === undefined) return undefined;
    const { checksums = {}, onEvent } = this.#options;
    const actual = await sha256(kept.bytes);
    if (actual !== kept.sha256) {
      onEvent?.({ type: 'damaged', file: path });
      return undefined;
    }
    if (Object.hasOwn(checksums, path) && checksums[path] !== actual) return undefined;
    onEvent?.({ type: 'cached', file: path });
    return kept;
  }

  async #download(path: string): Promise<EncoderFile | undefined> {
    const bytes = await download(fileUrl(this.location, path), path, this.#options);
    if (bytes === undefined) return undefined;
    const file = { path, bytes, sha256: await sha256(bytes) };
    requireChecksum(file, this.#options.checksums);
    this.#downloaded.push(file);
    return file;
  }
}
