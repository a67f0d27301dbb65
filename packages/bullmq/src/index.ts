/**
 * Runs of `@ser/experiments` on several machines, with BullMQ on Redis, Valkey, or PostgreSQL.
 *
 * - For the run: `queueExecutor`
 * - For every machine that computes: `runWorker`
 * - For operators: `queueStatus`, `cancelRun`; bull-board shows the queue `queueNames.jobs`
 *
 * @packageDocumentation
 */
export { queueExecutor, type QueueExecutorOptions } from './queueExecutor.js';
export { runWorker, type RunWorkerOptions, type WorkerEvent } from './runWorker.js';
export { cancelRun, queueStatus, type QueueStatus, type RunStatus } from './queueStatus.js';
export type { RunEntry, WorkerEntry } from './registry.js';
export { queueNames } from './queueServer.js';

export { SerError } from '@ser/core';
export type { QueueErrorCode } from './errors.js';
