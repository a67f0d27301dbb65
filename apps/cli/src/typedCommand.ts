import type { Command } from 'commander';
import type { CommandIo } from './commandIo.js';

/** How a run treats its folder; not part of what it computes. */
const folderOptions = ['--resume', '--overwrite'];

/**
 * The command line that the user typed, quoted for a shell.
 *
 * @example
 * typedCommand(io, program); // `ser train --recipe functionals --data 'my clips' --out runs/mine`
 */
export function typedCommand({ invocation }: CommandIo, program: Command): string {
  const words = program.args.filter((word) => !folderOptions.includes(word));
  return [invocation, ...words.map(quoted)].join(' ');
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
