import { createHash } from 'node:crypto';
import { version } from '../version.js';
import type { Environment } from './environment.js';

/**
 * What a job computes: the features of some clips, the training of a member on a fold, the trial of a search, or, to
 * measure a queue, nothing.
 */
export type JobKind = 'clips' | 'train' | 'trial' | 'wait';

/** Everything that determines the result of a job. */
export interface JobContent {
  readonly kind: JobKind;
  /** The clips, or the fold and the member, or the trial: what a report names. */
  readonly ids: readonly string[];
  /** SHA-256 of each recording, or of the features: the data that the job reads. */
  readonly contents: readonly string[];
  /** What is done with them; any JSON without paths of a machine. */
  readonly how: unknown;
  readonly seed: number;
}

/**
 * A piece of work that any machine can do: what to compute, and where its data are. It is plain data, and refers to audio
 * and features instead of containing them.
 */
export interface Job extends Omit<JobContent, 'how' | 'contents'> {
  /** SHA-256 of everything that determines the result: equal keys have equal results. */
  readonly key: string;
  /** The environment that the result requires. @default any */
  readonly environment?: Environment;
}

/** The key of a job: the same on every machine, and other for each version of this package. */
export function jobKey({ kind, ids, contents, how, seed }: JobContent): string {
  return digestOf(JSON.stringify([version, kind, ids, contents, how, seed]));
}

/** SHA-256 in hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Where the parts of a job are in a store. */
export const places = {
  /** What a worker needs besides the data: written by the coordinator, again when it resumes. */
  task: (key: string) => `tasks/${spread(key)}`,
  /** Written once. */
  result: (key: string) => `results/${spread(key)}`,
  /** The state of a training after its last epoch: replaced after every epoch. */
  checkpoint: (key: string) => `checkpoints/${spread(key)}`,
  /** Data by their SHA-256. */
  data: (digest: string) => `data/${spread(digest)}`,
  /** A second result that differs from the first. */
  conflict: (key: string, digest: string) => `conflicts/${key}.${digest.slice(0, 16)}`,
} as const;

/** A folder with a million files is slow on many systems. */
function spread(digest: string): string {
  return `${digest.slice(0, 2)}/${digest.slice(2)}`;
}
