import type { EncoderFile } from './encoderFolder.js';
import type { FileCache } from './fileCache.js';
import { fileUrl } from './fileUrl.js';
import type { NodeModules } from './nodeModules.js';
import { sha256 } from './sha256.js';

/** Hexadecimal digits of the URL's hash that name a folder. */
const hashLength = 16;

/**
 * A folder with the files of each encoder in a folder of its own, `encoders/HOST/HASH-OF-URL`, in the Hugging Face
 * layout. Beside each file, `FILE.sha256` records its checksum. A file appears under its name when it is complete.
 */
export class DiskCache implements FileCache {
  readonly location: string;
  readonly #node: NodeModules;

  constructor(location: string, node: NodeModules) {
    this.location = location;
    this.#node = node;
  }

  async read(base: string, path: string): Promise<EncoderFile | undefined> {
    const { fs } = this.#node;
    const place = await this.#placeOf(base, path);
    try {
      const recorded = new TextDecoder().decode(await fs.readFile(`${place}.sha256`)).slice(0, 64);
      return { path, bytes: await fs.readFile(place), sha256: recorded };
    } catch {
      return undefined; // it does not exist or is not readable, so it is downloaded
    }
  }

  async write(base: string, { path, bytes, sha256: sum }: EncoderFile): Promise<void> {
    const { fs, path: paths } = this.#node;
    const place = await this.#placeOf(base, path);
    await fs.mkdir(paths.dirname(place), { recursive: true });
    await this.#writeWhole(place, bytes);
    await this.#writeWhole(`${place}.sha256`, `${sum}  ${path.split('/').at(-1)!}\n`);
  }

  /** Writes under another name first, so that nobody reads a part of a file, even if this process ends. */
  async #writeWhole(place: string, data: Uint8Array | string): Promise<void> {
    const { fs } = this.#node;
    const temporary = `${place}.${globalThis.crypto.randomUUID()}.part`;
    try {
      await fs.writeFile(temporary, data);
      await fs.rename(temporary, place);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
  }

  async #placeOf(base: string, path: string): Promise<string> {
    const host = new URL(base).host.replace(/[^\w.-]/g, '_');
    const hash = (await sha256(fileUrl(base, ''))).slice(0, hashLength);
    return this.#node.path.join(this.location, 'encoders', host, hash, ...path.split('/'));
  }
}
