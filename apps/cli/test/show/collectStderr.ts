import { Writable } from 'node:stream';
import type { CommandIo } from '../../src/commandIo.js';

/** An io that collects standard error, as a terminal or not. */
export function collectStderr(isTTY: boolean): { io: CommandIo; text: () => string } {
  let text = '';
  const stderr = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  const terminal = { isTTY, columns: 80 };
  const io = { stderr: Object.assign(stderr, terminal), now: () => 0 } as unknown as CommandIo;
  return { io, text: () => text };
}
