import { EncoderError } from '../errors.js';
import type { DownloadOptions } from './downloadOptions.js';
import type { EncoderFile, EncoderFolder } from './encoderFolder.js';
import type { NodeModules } from './nodeModules.js';
import { requireChecksum } from './requireChecksum.js';
import { sha256 } from './sha256.js';

/** A folder on disk. */
export class DiskFolder implements EncoderFolder {
  readonly location: string;
  readonly #node: NodeModules;
  readonly #options: DownloadOptions;

  constructor(location: string, node: NodeModules, options: DownloadOptions) {
    this.location = location;
    this.#node = node;
    this.#options = options;
  }

  async read(...paths: readonly string[]): Promise<EncoderFile | undefined> {
    const { signal, checksums } = this.#options;
    signal?.throwIfAborted();
    for (const path of paths) {
      const bytes = await this.#bytesOf(path, signal);
      if (bytes === undefined) continue;
      const file = { path, bytes, sha256: await sha256(bytes) };
      requireChecksum(file, checksums);
      return file;
    }
    return undefined;
  }

  notFound(path: string): EncoderError {
    const file = this.#node.path.join(this.location, path);
    return new EncoderError(
      'encoder-not-found',
      `The encoder in '${this.location}' must have \`${path}\`, but there is no such file. Name the folder of an ONNX ` +
        'export in the Hugging Face layout.',
      { file },
    );
  }

  async keep(): Promise<void> {
    // The files are on disk already.
  }

  async #bytesOf(path: string, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    const { fs, path: paths } = this.#node;
    const file = paths.join(this.location, path);
    try {
      return (await fs.stat(file)).isFile() ? await fs.readFile(file, { signal }) : undefined;
    } catch (cause) {
      signal?.throwIfAborted();
      const { code } = cause as { readonly code?: unknown };
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      const message = `\`${path}\` of the encoder in '${this.location}' must be readable, but reading it failed.`;
      throw new EncoderError('invalid-encoder', message, { file, cause });
    }
  }
}
