import type { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Node's modules; `undefined` in a page or worker of a browser. */
interface Runtime {
  getBuiltinModule?(name: 'node:child_process'): { readonly spawn: typeof spawn };
}

function spawnOf(): typeof spawn | undefined {
  const { process } = globalThis as { process?: Runtime };
  return process?.getBuiltinModule?.('node:child_process')?.spawn;
}

/** Whether programs can be run here. */
export function canRunPrograms(): boolean {
  return spawnOf() !== undefined;
}

const maxMessage = 500;

/**
 * Runs a program on bytes. It is ended when the caller stops reading.
 *
 * @returns what it writes to its standard output, in pieces; throws an error with the end of what it reports if it fails,
 *   and one with the code `ENOENT` if it is not installed
 */
export async function* programOutput(
  program: string,
  args: readonly string[],
  input: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const child = spawnOf()!(program, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  let message = '';
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(message.trim() || `${program} ended with code ${code}`));
    });
  });
  ended.catch(() => undefined); // it is awaited below, after the output
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    message = (message + text).slice(-maxMessage);
  });
  child.stdin.on('error', () => undefined); // the program may end before it has read everything
  child.stdin.end(input);
  try {
    yield* child.stdout as Readable & AsyncIterable<Uint8Array>;
    await ended;
  } finally {
    child.kill('SIGKILL');
  }
}
