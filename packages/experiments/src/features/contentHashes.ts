import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

/** Files whose hashes are remembered. */
const maxFiles = 64;

/** SHA-256 hashes of the content of audio files, together with a text. */
export class ContentHashes {
  /** By path, the last used last. */
  readonly #ofFiles = new Map<string, { readonly version: string; readonly hash: string }>();

  /** The hash of a text and the content of a file. */
  async hashOfFile(text: string, file: string): Promise<string> {
    return createHash('sha256')
      .update(text)
      .update(await readFile(file))
      .digest('hex');
  }

  /**
   * The hash of a text and the hash of the content of a file: many clips are parts of one file, which is read again only
   * if its size or date has changed.
   */
  async hashOfPart(text: string, file: string): Promise<string> {
    const { size, mtimeMs } = await stat(file);
    const version = `${size} ${mtimeMs}`;
    const known = this.#ofFiles.get(file);
    const hash = known?.version === version ? known.hash : await this.hashOfFile('', file);
    this.#ofFiles.delete(file);
    this.#ofFiles.set(file, { version, hash });
    if (this.#ofFiles.size > maxFiles) this.#ofFiles.delete(this.#ofFiles.keys().next().value!);
    return createHash('sha256').update(text).update(hash).digest('hex');
  }
}
