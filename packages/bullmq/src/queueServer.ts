import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  QueueEvents,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type Processor,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { QueueError } from './errors.js';

/** A queue on either kind of server. */
export type AnyQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, object>;
export type AnyEvents = QueueEvents<unknown, IQueueBackend, object>;
export type AnyWorker = Worker<unknown, unknown, string, IQueueBackend, object, object>;

type Backend = BackendFactory<IQueueBackend, object>;

/** Names of the queues: one with the jobs of all runs, one that lists runs and workers. */
export const queueNames = { jobs: 'ser-jobs', registry: 'ser-registry' } as const;

/** Milliseconds to wait for a server before an address counts as wrong. */
const patience = 10_000;

/** Longest pause between two attempts to reach a lost server again, in milliseconds. */
const longestPause = 2000;

/** A server of queues: Redis, Valkey, or PostgreSQL. */
export class QueueServer {
  readonly #connection: object;
  readonly #backend: Backend;

  private constructor(connection: object, backend: Backend) {
    this.#connection = connection;
    this.#backend = backend;
  }

  /**
   * Checks that a server answers; in PostgreSQL, its tables are made or updated.
   *
   * @param address `redis://`, `rediss://`, `postgres://`, or `postgresql://`
   * @throws {SerError} `invalid-option`, `queue-unreachable`
   */
  static async open(address: string): Promise<QueueServer> {
    const url = parsed(address);
    if (/^postgres(ql)?:$/.test(url.protocol)) return QueueServer.#openPostgres(address, url);
    if (/^rediss?:$/.test(url.protocol)) return QueueServer.#openRedis(url);
    throw new QueueError('invalid-option', addressText(url.protocol));
  }

  static async #openRedis(url: URL): Promise<QueueServer> {
    const connection = {
      host: url.hostname,
      port: Number(url.port === '' ? 6379 : url.port),
      ...(url.username !== '' && { username: decodeURIComponent(url.username) }),
      ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
      ...(url.pathname.length > 1 && { db: Number(url.pathname.slice(1)) }),
      ...(url.protocol === 'rediss:' && { tls: {} }),
    };
    const client = new Redis({
      ...connection,
      lazyConnect: true,
      retryStrategy: () => null,
      connectTimeout: patience,
    });
    client.on('error', () => undefined); // `connect` reports it
    try {
      await client.connect();
      await client.ping();
    } catch (cause) {
      refuse(url, cause);
    } finally {
      client.disconnect();
    }
    const retryStrategy = (times: number) => Math.min(200 * times, longestPause);
    return new QueueServer({ ...connection, retryStrategy, maxRetriesPerRequest: null }, createRedisBackend);
  }

  static async #openPostgres(connectionString: string, url: URL): Promise<QueueServer> {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: patience });
    client.on('error', () => undefined); // `query` reports it
    try {
      await client.connect();
      await client.query('SELECT 1');
    } catch (cause) {
      refuse(url, cause);
    } finally {
      await client.end().catch(() => undefined);
    }
    const connection = { connectionString, migrate: true, max: 4, keepAlive: true };
    return new QueueServer(connection, createPostgresBackend as Backend);
  }

  queue(name: string): AnyQueue {
    return quiet(new Queue(name, { connection: this.#connection }, this.#backend));
  }

  events(name: string): AnyEvents {
    return quiet(new QueueEvents(name, { connection: this.#connection }, this.#backend));
  }

  worker(
    name: string,
    processor: Processor<unknown, unknown>,
    options: Omit<WorkerOptions, 'connection'>,
  ): AnyWorker {
    const all = { ...options, connection: this.#connection };
    return quiet(new Worker(name, processor, all, this.#backend) as unknown as AnyWorker);
  }
}

/** A lost connection is opened again; without a listener, the event would end the process. */
function quiet<T extends { on: (name: 'error', listener: () => void) => unknown }>(emitter: T): T {
  emitter.on('error', () => undefined);
  return emitter;
}

function parsed(address: string): URL {
  try {
    return new URL(address);
  } catch (cause) {
    throw new QueueError('invalid-option', addressText(address), { cause });
  }
}

function addressText(got: string): string {
  return (
    '`executor` (`--executor`) must be the address of a queue, such as redis://localhost:6379 or ' +
    `postgres://user:password@host/database; got \`${got}\`.`
  );
}

function refuse(url: URL, cause: unknown): never {
  throw new QueueError(
    'queue-unreachable',
    `The server of the queue must answer at ${url.protocol}//${url.host}; got ${reasonOf(cause)}. Check the address, the ` +
      'password, and that the server runs.',
    { cause },
  );
}

/** A refused connection has one cause per address of the host. */
function reasonOf(cause: unknown): string {
  const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause;
  return first instanceof Error ? first.message : String(first);
}
