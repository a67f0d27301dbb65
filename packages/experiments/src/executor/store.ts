import { seal, unseal } from '../files/sealed.js';
import { digestOf, places } from './job.js';

/** Files by name, in a folder or behind a URL. */
export interface Files {
  /** The folder or URL, with which another process opens the same files. */
  readonly location: string;
  /** `undefined` if there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  /** Writes a file unless there is one; returns whether it did. Other processes see all of it or nothing. */
  readonly create: (name: string, bytes: Uint8Array) => Promise<boolean>;
  /** Writes or replaces a file. */
  readonly replace: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
}

/** What became of a result: the first one, an equal second one, or a second one that differs. */
export type Written = 'first' | 'equal' | 'different';

/**
 * Where jobs find their data and leave their results: storage that all machines reach. Every file ends with a checksum; a
 * damaged one counts as missing, so that it is computed again.
 */
export class Store {
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  get location(): string {
    return this.#files.location;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const sealed = await this.#files.read(name);
    const bytes = sealed && unseal(sealed);
    if (sealed && !bytes) await this.#files.remove(name);
    return bytes;
  }

  /** Writes or replaces a file. */
  async replace(name: string, bytes: Uint8Array): Promise<void> {
    await this.#files.replace(name, seal(bytes));
  }

  async remove(name: string): Promise<void> {
    await this.#files.remove(name);
  }

  /** Writes data under their SHA-256, unless they are there, and returns it. */
  async add(bytes: Uint8Array): Promise<string> {
    const digest = digestOf(bytes);
    await this.#files.create(places.data(digest), seal(bytes));
    return digest;
  }

  /** Writes the result of a job; the first write wins, and a second that differs is kept beside it. */
  async finish(key: string, bytes: Uint8Array): Promise<Written> {
    const place = places.result(key);
    if (await this.#files.create(place, seal(bytes))) return 'first';
    const first = await this.read(place);
    if (first === undefined) return this.finish(key, bytes); // it was damaged, and is removed
    if (Buffer.from(first).equals(bytes)) return 'equal';
    await this.#files.replace(places.conflict(key, digestOf(bytes)), seal(bytes));
    return 'different';
  }
}
