import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface RunningServer {
  readonly address: string;
  /** @returns a function that stops watching and gives the largest resident memory seen, in MiB */
  watchMemory(): () => Promise<number>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../../../../apps/examples/server.ts', import.meta.url));

/** Starts the example server in a process of its own. */
export async function startServer(): Promise<RunningServer> {
  const server = spawn(process.execPath, [...process.execArgv, program, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const address = line.toString().trim();
  return {
    address,
    watchMemory() {
      let isWatching = true;
      let peak = 0;
      const watching = (async () => {
        while (isWatching) {
          peak = Math.max(peak, await residentMb(address));
          await wait(250);
        }
      })();
      return async () => {
        isWatching = false;
        await watching;
        return peak;
      };
    },
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

async function residentMb(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return Number(/^ser_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 2 ** 20;
}
