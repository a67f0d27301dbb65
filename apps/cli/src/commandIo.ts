import type { Readable } from 'node:stream';
import type { Programs } from './programs.js';

/** An output stream of the process, or a collector in a test. */
export type TextStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Everything the command takes from its environment; tests pass their own. */
export interface CommandIo {
  /** Answers, and with `--json` exactly one JSON document. */
  readonly stdout: TextStream;
  /** Progress, notes and, without `--json`, errors. */
  readonly stderr: TextStream;
  /** Raw audio, for `ser listen --stdin`. */
  readonly stdin: Readable;
  /** Other programs, used for recording. */
  readonly programs: Programs;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Environment variables; `SER_DEBUG=1` shows the stack trace of an unexpected error. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** How the user calls this command, for the examples it prints: `ser` or `npm run ser --`. */
  readonly invocation: string;
}
