import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import workerd from 'workerd';

export interface RunningWorker {
  readonly url: string;
  close(): void;
}

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .worker) ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "main") ]
);
const worker :Workerd.Worker = (
  modules = [ (name = "worker", esModule = embed "worker.js") ],
  compatibilityDate = "2025-01-01",
);
`;

/**
 * Runs a worker, one ES module, in `workerd`, the runtime of Cloudflare Workers, on the loopback address.
 *
 * @see https://github.com/cloudflare/workerd
 */
export async function runWorker(module: string): Promise<RunningWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-workerd-'));
  writeFileSync(join(folder, 'worker.js'), module);
  writeFileSync(join(folder, 'config.capnp'), config);
  const runtime = spawn(workerd, ['serve', '--control-fd=3', 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const close = () => {
    runtime.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: `http://127.0.0.1:${await portOf(runtime)}/`, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The runtime writes the port to its control pipe, as a line of JSON. */
async function portOf(runtime: ChildProcess): Promise<number> {
  for await (const line of createInterface(runtime.stdio[3] as Readable)) {
    const message = JSON.parse(line) as { readonly event: string; readonly port: number };
    if (message.event === 'listen') return message.port;
  }
  throw new Error('workerd ended before it listened.');
}
