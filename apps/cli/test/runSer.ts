import { Readable, Writable } from 'node:stream';
import type { CommandIo } from '../src/commandIo.js';
import { runCommand } from '../src/runCommand.js';

/** The exit code and the output of a command line. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A computer without recording programs. */
const noPrograms: CommandIo['programs'] = {
  find: () => Promise.resolve(undefined),
  start: () => {
    throw new Error('No program is installed.');
  },
};

class Collector extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** The environment of a command in a test: no input, no programs, and output that is collected. */
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
