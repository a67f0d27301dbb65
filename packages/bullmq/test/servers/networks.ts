import { execFileSync } from 'node:child_process';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './freePort.js';

/** A way from a worker to a server that can be cut. */
export interface Link {
  /** The server's address for the worker. */
  readonly address: string;
  /** Arguments before the worker's program. */
  readonly within: readonly string[];
  readonly cut: () => void;
  readonly restore: () => void;
  readonly remove: () => Promise<void>;
}

/** Whether workers can run in network namespaces of their own: on Linux, as root, with `ip`. */
export const hasNamespaces = canMakeNamespaces();

let made = 0;

/**
 * A network namespace with one cable to this machine; the server must listen on all addresses. Without the permission for
 * namespaces, a proxy that stops forwarding.
 *
 * @param port of the server
 */
export async function link(server: { readonly address: string; readonly port: number }): Promise<Link> {
  return hasNamespaces ? cable(server) : proxy(server);
}

function cable({ address, port }: { readonly address: string; readonly port: number }): Link {
  const id = `${process.pid % 100000}n${made++}`;
  const [name, here, there] = [`ser${id}`, `sh${id}`, `st${id}`];
  const net = `10.${200 + (made % 50)}.${process.pid % 250}`;
  ip('netns', 'add', name);
  ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', name);
  ip('addr', 'add', `${net}.1/24`, 'dev', here);
  ip('link', 'set', here, 'up');
  ip('-n', name, 'addr', 'add', `${net}.2/24`, 'dev', there);
  ip('-n', name, 'link', 'set', there, 'up');
  ip('-n', name, 'link', 'set', 'lo', 'up');
  const url = new URL(address);
  url.hostname = `${net}.1`;
  url.port = String(port);
  return {
    address: url.href,
    within: ['ip', 'netns', 'exec', name],
    cut: () => ip('link', 'set', here, 'down'),
    restore: () => ip('link', 'set', here, 'up'),
    remove: () => Promise.resolve(ip('netns', 'delete', name)), // and its cable
  };
}

async function proxy({ address, port }: { readonly address: string; readonly port: number }): Promise<Link> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((client) => {
    const upstream = createConnection({ port, host: '127.0.0.1' });
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void (isCut || to.write(bytes))); // lost, as in a cut network
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const own = await freePort();
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
  const url = new URL(address);
  url.port = String(own);
  return {
    address: url.href,
    within: [],
    cut: () => void (isCut = true),
    restore() {
      isCut = false;
      for (const socket of sockets) socket.destroy(); // bytes were lost, so they cannot continue
    },
    async remove() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function canMakeNamespaces(): boolean {
  try {
    ip('netns', 'add', `ser${process.pid}try`);
    ip('netns', 'delete', `ser${process.pid}try`);
    return true;
  } catch {
    return false;
  }
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: 'ignore' });
}
