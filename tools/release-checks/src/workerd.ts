import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import workerd from 'workerd';

export interface RunningWorker {
  readonly url: string;
  close(): void;
}

/** @param modules file names of ES modules, the main one first */
function configOf(modules: readonly string[]): string {
  const embedded = modules.map((name) => `(name = "${name}", esModule = embed "${name}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .worker) ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "main") ]
);
const worker :Workerd.Worker = (
  modules = [ ${embedded.join(', ')} ],
  compatibilityDate = "2025-01-01",
);
`;
}

/**
 * Runs a worker in `workerd`, the runtime of Cloudflare Workers, on the loopback address.
 *
 * @param folder of the bundled worker: ES modules
 * @param main file name of the module with the handlers
 * @see https://github.com/cloudflare/workerd
 */
export async function runWorker(folder: string, main: string): Promise<RunningWorker> {
  const modules = [main, ...readdirSync(folder).filter((name) => name.endsWith('.js') && name !== main)];
  writeFileSync(join(folder, 'config.capnp'), configOf(modules));
  const runtime = spawn(workerd, ['serve', '--control-fd=3', 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const close = () => void runtime.kill('SIGKILL');
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
