import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { workspaceRoot } from '../workspace.js';

/** An npm registry on this machine with our packages; those of others come from npm's registry. */
export interface LocalRegistry {
  /** Such as `http://127.0.0.1:4873/`. */
  readonly url: string;
  /** Lines of an `.npmrc` for it. Anyone may publish, but npm asks for a token. */
  readonly npmrc: string;
  close(): Promise<void>;
}

/** Starts verdaccio on a free port, with all of its files below `folder`. */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify(configOf(folder), undefined, 2));
  const program = join(workspaceRoot, 'node_modules/verdaccio/bin/verdaccio');
  const argv = [program, '--config', config, '--listen', `127.0.0.1:${port}`];
  const server = spawn(process.execPath, argv, { cwd: folder, stdio: 'ignore' });
  const ended = once(server, 'exit');
  try {
    await answers(`${url}-/ping`);
  } catch (error) {
    server.kill();
    throw error;
  }
  const npmrc = `registry=${url}\n//127.0.0.1:${port}/:_authToken=anyone\n`;
  return { url, npmrc, close: () => (server.kill(), ended.then(() => undefined)) };
}

function configOf(folder: string): object {
  const everyone = { access: '$all', publish: '$all', unpublish: '$all' };
  return {
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: { npm: { url: process.env['npm_config_registry'] ?? 'https://registry.npmjs.org/' } },
    packages: { '@ser/*': everyone, '**': { access: '$all', proxy: 'npm' } },
    max_body_size: '200mb',
    log: { type: 'file', path: join(folder, 'log'), level: 'warn' },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until a server answers, up to two minutes. */
async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    await wait(500);
  }
  throw new Error(`${url} must answer within two minutes; it does not.`);
}
