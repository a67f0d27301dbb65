import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Identifies a process among all processes of all machines, as far as the platform allows. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Where `pid` is unique: on Linux, this boot of the machine and this container; elsewhere, the host. */
  readonly pidSpace: string;
  /** When the process started, in ticks since the machine booted, because pids are used again. Only on Linux. */
  readonly start?: string;
}

/** What is known about a process. */
export type ProcessState = 'running' | 'ended' | 'unknown';

export async function thisProcess(): Promise<ProcessIdentity> {
  const { pid } = process;
  const start = await startOf(pid);
  return { pid, host: hostname(), pidSpace: await pidSpace(), ...(start !== undefined && { start }) };
}

/** `unknown` for a process of another machine or container, and without a start time. */
export async function stateOf({ pid, pidSpace: space, start }: ProcessIdentity): Promise<ProcessState> {
  if (space !== (await pidSpace())) return 'unknown';
  if (!exists(pid)) return 'ended';
  const running = await startOf(pid);
  if (start === undefined || running === undefined) return 'unknown';
  return running === start ? 'running' : 'ended';
}

async function pidSpace(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const container = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), container].filter((part) => part !== '').join(' ');
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The field `starttime`, the 22nd; the second field, the name, may contain spaces and parentheses. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}
