import type { Readable } from 'node:stream';
import type { Programs } from './programs.js';

/** Where text goes: a stream of the process, or a collector in a test. */
export type TextStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Everything the command takes from the world outside; tests pass their own. */
export interface CommandIo {
  /** Answers, and with `--json` exactly one JSON document. */
  readonly stdout: TextStream;
  /** Progress, notes and, without `--json`, errors. */
  readonly stderr: TextStream;
  /** Raw sound, for `ser listen --stdin`. */
  readonly stdin: Readable;
  /** Other programs: those that record. */
  readonly programs: Programs;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Environment variables; `SER_DEBUG=1` shows the trace of an unexpected error. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** How the user calls this command, for the examples it prints: `ser` or `npm run ser --`. */
  readonly invocation: string;
}
