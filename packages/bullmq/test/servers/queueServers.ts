import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { freePort } from './freePort.js';

/** A server that a test has started, with its data in a folder of its own. */
export interface RunningServer {
  readonly address: string;
  readonly port: number;
  /** Ends it like a power failure. */
  readonly kill: () => Promise<void>;
  /** Starts it again with the same data, on the same port. */
  readonly restart: () => Promise<void>;
  /** Bytes of memory that it uses. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
}

/** The kinds of servers that are installed here; the tests of the others are skipped. */
export const installed: readonly (readonly [kind: string, start: () => Promise<RunningServer>])[] = [
  ...(redisProgram() ? [['Redis or Valkey', startRedis] as const] : []),
  ...(postgresFolder() ? [['PostgreSQL', startPostgres] as const] : []),
];

/** What to install for the tests that are skipped. */
export const missing: readonly string[] = [
  ...(redisProgram()
    ? []
    : ['valkey-server or redis-server (apt-get install valkey-server, or redis-server)']),
  ...(postgresFolder() ? [] : ['PostgreSQL (apt-get install postgresql)']),
];

function redisProgram(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = ['valkey-server', 'redis-server'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  return paths.find((path) => existsSync(path));
}

function postgresFolder(): string | undefined {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return undefined;
  const folders = readdirSync(versions).map((version) => join(versions, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** Every write is on the disk before it is answered. @param host the address to listen on */
export async function startRedis(host = '127.0.0.1'): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-redis-'));
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    host,
    '--dir',
    folder,
    '--save',
    '',
    '--protected-mode',
    'no',
  ];
  const persistence = ['--appendonly', 'yes', '--appendfsync', 'always', '--daemonize', 'no'];
  const start = async () => {
    const child = spawn(redisProgram()!, [...args, ...persistence], { stdio: 'ignore' });
    const client = new Redis({ host, port, retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
    return child;
  };
  return running(start, { address: `redis://${host}:${port}`, port, folder, user: undefined });
}

/** PostgreSQL refuses to run as root; as root, the user `postgres` of the Debian package runs it. */
export async function startPostgres(host = '127.0.0.1'): Promise<RunningServer> {
  const bin = postgresFolder()!;
  const folder = mkdtempSync(join(tmpdir(), 'ser-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const user = process.getuid?.() === 0 ? userOf('postgres') : undefined;
  for (const path of user ? [folder, data] : []) chownSync(path, user!.uid, user!.gid);
  const auth = ['--auth', 'trust', '--username', 'ser', '--no-sync'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...auth], { stdio: 'ignore', ...user });
  appendFileSync(join(data, 'pg_hba.conf'), 'host all all 0.0.0.0/0 trust\n'); // workers have their own networks
  const port = await freePort();
  const address = `postgres://ser@${host}:${port}/postgres`;
  const start = async () => {
    const args = ['-D', data, '-p', String(port), '-h', host, '-k', folder];
    const child = spawn(join(bin, 'postgres'), args, { stdio: 'ignore', ...user });
    await answers(address);
    return child;
  };
  return running(start, { address, port, folder, user });
}

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

function userOf(name: string): Identity {
  const id = (flag: string) => Number(execFileSync('id', [flag, name]).toString());
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(address: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: address });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return;
    } catch {
      await setTimeout(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

interface RunningOptions {
  readonly address: string;
  readonly port: number;
  readonly folder: string;
  readonly user: Identity | undefined;
}

async function running(
  start: () => Promise<ChildProcess>,
  { address, port, folder }: RunningOptions,
): Promise<RunningServer> {
  let child = await start();
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    ...{ address, port, kill },
    restart: async () => void (child = await start()),
    memory: () => memoryOf(child.pid!),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGQUIT'); // PostgreSQL ends its own processes; Redis ends at once
        await ended;
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function memoryOf(pid: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString();
  return Number(kilobytes) * 1024;
}
