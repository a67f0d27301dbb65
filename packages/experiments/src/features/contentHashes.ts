import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { ClipJob } from './clipJob.js';

/** Files whose hashes are remembered. */
const maxFiles = 64;

/** SHA-256 hashes of the content of audio files, together with texts. */
export class ContentHashes {
  /** By path, the last used last. */
  readonly #ofFiles = new Map<string, { readonly version: string; readonly hash: string }>();

  /**
   * The hashes of texts, each together with the content of a clip's file, which is read once for all of them. For a part
   * of a file, the content counts by its hash: many clips are parts of one file, which is read again only if its size or
   * date has changed.
   */
  async hashesOf(
    texts: readonly string[],
    { file, start, end }: Pick<ClipJob, 'file' | 'start' | 'end'>,
  ): Promise<readonly string[]> {
    const isWhole = start === undefined && end === undefined;
    const content = isWhole ? await readFile(file) : await this.#hashOfFile(file);
    return texts.map((text) => createHash('sha256').update(text).update(content).digest('hex'));
  }

  async #hashOfFile(file: string): Promise<string> {
    const { size, mtimeMs } = await stat(file);
    const version = `${size} ${mtimeMs}`;
    const known = this.#ofFiles.get(file);
    const hash = known?.version === version ? known.hash : hashOf(await readFile(file));
    this.#ofFiles.delete(file);
    this.#ofFiles.set(file, { version, hash });
    if (this.#ofFiles.size > maxFiles) this.#ofFiles.delete(this.#ofFiles.keys().next().value!);
    return hash;
  }
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
