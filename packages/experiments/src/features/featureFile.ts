import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { orDiskFull } from '../files/writeAtomically.js';
import { ExperimentError } from '../errors.js';

/** Values that are too many for memory: any part of them is read when it is needed. */
export interface StoredValues {
  /** Number of values. */
  readonly length: number;
  /** A copy of the values from `start` to before `end`. */
  subarray(start: number, end: number): Float32Array;
}

/** Bytes that are collected before they are written. */
const bufferSize = 2 ** 22;

/** A file of float32 values, which grows at its end. An existing file of that name is replaced. */
export class FeatureFile implements StoredValues {
  readonly #path: string;
  readonly #handle: number;
  #pending: Float32Array[] = [];
  #nPending = 0;
  #nWritten = 0;

  constructor(path: string) {
    this.#path = path;
    this.#handle = openSync(path, 'w+');
  }

  get length(): number {
    return this.#nWritten + this.#nPending;
  }

  /** @throws {SerError} `disk-full` */
  append(values: Float32Array): void {
    this.#pending.push(values);
    this.#nPending += values.length;
    if (this.#nPending * Float32Array.BYTES_PER_ELEMENT >= bufferSize) this.#flush();
  }

  subarray(start: number, end: number): Float32Array {
    this.#flush();
    const values = new Float32Array(end - start);
    const bytes = bytesOf(values);
    const position = start * Float32Array.BYTES_PER_ELEMENT;
    for (let done = 0; done < bytes.length;) {
      const read = readSync(this.#handle, bytes, done, bytes.length - done, position + done);
      if (read === 0) throw cutShort(this.#path);
      done += read;
    }
    return values;
  }

  close(): void {
    closeSync(this.#handle);
  }

  #flush(): void {
    if (this.#nPending === 0) return;
    const bytes = Buffer.concat(this.#pending.map(bytesOf));
    const position = this.#nWritten * Float32Array.BYTES_PER_ELEMENT;
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.#handle, bytes, done, bytes.length - done, position + done);
    } catch (error) {
      throw orDiskFull(error, this.#path);
    }
    this.#nWritten += this.#nPending;
    this.#pending = [];
    this.#nPending = 0;
  }
}

/** Values of several parts, one after the other. */
export function joinedValues(parts: readonly StoredValues[]): StoredValues {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return {
    length,
    subarray(start, end) {
      const values = new Float32Array(end - start);
      let first = 0;
      for (const part of parts) {
        const [from, to] = [Math.max(start, first), Math.min(end, first + part.length)];
        if (from < to) values.set(part.subarray(from - first, to - first), from - start);
        first += part.length;
      }
      return values;
    },
  };
}

function cutShort(path: string): ExperimentError {
  return new ExperimentError(
    'damaged-checkpoint',
    `\`${path}\` must stay unchanged while the run uses it; it became shorter. Run the same command again with \`resume\` (\`--resume\`).`,
    { file: path },
  );
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
