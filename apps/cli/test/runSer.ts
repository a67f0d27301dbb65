import { Readable, Writable } from 'node:stream';
import type { CommandIo } from '../src/commandIo.js';
import { runCommand } from '../src/runCommand.js';

/** What a command line gave back. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A computer on which nothing is installed. */
const noPrograms: CommandIo['programs'] = {
  find: async () => undefined,
  start: () => {
    throw new Error('Nothing is installed here.');
  },
};

class Collector extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** The world of a command in a test: nothing is typed, nothing installed, and nobody reads what it writes. */
export function testIo(io: Partial<CommandIo> = {}): CommandIo {
  return {
    stdout: new Collector(),
    stderr: new Collector(),
    stdin: Readable.from([]),
    programs: noPrograms,
    cwd: process.cwd(),
    env: {},
    now: () => performance.now(),
    signal: new AbortController().signal,
    invocation: 'ser',
    ...io,
  };
}

/** Runs `ser` in this process, with its own streams. */
export async function runSer(argv: readonly string[], io: Partial<CommandIo> = {}): Promise<Outcome> {
  const stdout = new Collector();
  const stderr = new Collector();
  const code = await runCommand(argv, testIo({ stdout, stderr, ...io }));
  return { code, stdout: stdout.text, stderr: stderr.text };
}
