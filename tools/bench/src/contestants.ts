import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contestant, Timing } from './duel.js';

const room = fileURLToPath(new URL('..', import.meta.url));

/** A TypeScript program of `ours/`, run as its own process with one thread. */
export function ours(program: string): Contestant {
  return () => timingOf(process.execPath, [...process.execArgv, `${room}ours/${program}.ts`]);
}

/** A Python program of `peers/`, by the interpreter that `SER_PYTHON` names (default `python3`). */
export function peer(program: string): Contestant {
  return () => timingOf(process.env['SER_PYTHON'] ?? 'python3', [`${room}peers/${program}.py`]);
}

function timingOf(command: string, args: readonly string[]): Timing {
  const { stdout, stderr, status, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1));
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Timing;
}
