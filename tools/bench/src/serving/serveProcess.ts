import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ServeProcess {
  readonly address: string;
  readonly token: string;
  /** Resident memory, in MiB. */
  memory(): Promise<number>;
  /** The exit code. */
  stop(): Promise<number | null>;
}

const program = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
const token = 'a token of the bench';

/** `ser serve` in a process of its own, on a free port. */
export async function startServe(model: string): Promise<ServeProcess> {
  const args = [program, 'serve', '--port', '0', '--model', model, '--quiet'];
  const child = spawn(process.execPath, [...process.execArgv, ...args], {
    env: { ...process.env, SER_TOKEN: token },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let text = '';
  for await (const part of child.stderr as AsyncIterable<Buffer>) {
    text += part.toString();
    if (text.includes('Listening on')) break;
  }
  const address = /Listening on (\S+)/.exec(text)?.[1];
  if (address === undefined) throw new Error(`ser serve did not start: ${text}`);
  return {
    ...{ address, token },
    async memory() {
      const response = await fetch(`${address}/metrics`, { headers: { Authorization: `Bearer ${token}` } });
      return Number(/^ser_resident_memory_bytes (\S+)$/m.exec(await response.text())?.[1]) / 2 ** 20;
    },
    async stop() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}
