/**
 * Runs on several processes or machines: what an executor is, and the two that need no other package.
 *
 * - Executors: `inlineExecutor`, `processExecutor`; `@ser/bullmq` has one for a queue
 * - Features of files: `featuresInJobs`
 * - Storage that all machines reach: `openStore`
 * - For executors of your own: `Executor`, `JobProcess`
 *
 * @packageDocumentation
 */
export { openStore } from './executor/openStore.js';
export { type Files, Store, type Written } from './executor/store.js';
export type { ExecuteOptions, Executor, JobProgress, JobReport } from './executor/executor.js';
export { featuresInJobs, type FileClip } from './features/featuresInJobs.js';
export { places, type Job, type JobKind } from './executor/job.js';
export { type Environment, environmentOf } from './executor/environment.js';
export { packParts, type Parts } from './executor/parts.js';
export { type NewJob, RunJobs } from './executor/runJobs.js';
export {
  failedJob,
  inlineExecutor,
  isNotOfJob,
  isWorthRetrying,
  processExecutor,
  type ProcessExecutorOptions,
} from './worker/localExecutors.js';
export { JobProcess, type JobProcessOptions } from './worker/jobProcess.js';
export type { JobRequest } from './worker/jobMessages.js';
export type { Computed, WaitTask } from './worker/jobComputer.js';
export { fromPlainError, toPlainError } from './tune/worker/plainError.js';
export type { PlainError } from './tune/worker/messages.js';
