import { createInterface } from 'node:readline';
import type { CommandIo } from '../commandIo.js';

/** The lines that the user types. */
export interface TypedLines {
  /** The next line; undefined at the end of the input and after Ctrl-C. */
  next(): Promise<string | undefined>;
  /** Releases the input, so that the process can end. */
  close(): void;
}

export function typedLines({ stdin, signal }: CommandIo): TypedLines {
  const lines = createInterface({ input: stdin, terminal: false });
  const iterator = lines[Symbol.asyncIterator]();
  const close = () => {
    lines.close();
    stdin.destroy();
  };
  signal.addEventListener('abort', close, { once: true });
  return {
    async next() {
      const result = await iterator.next();
      return result.done === true ? undefined : result.value;
    },
    close() {
      signal.removeEventListener('abort', close);
      close();
    },
  };
}
