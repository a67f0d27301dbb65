import { Writable } from 'node:stream';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { commandsOf } from './commandsOf.js';

const description = 'show errors and warnings, but no progress and no notes';

/** Adds `--quiet` to every command that does something and has no option of that name. */
export function addQuietOption(program: Command): void {
  for (const { command } of commandsOf(program)) {
    const hasOwn = command.options.some(({ long }) => long === '--quiet');
    if (command.commands.length === 0 && !hasOwn) command.option('--quiet', description);
  }
}

/** Whether a command line is to be quiet: `--quiet` was typed, or is a default of the command. */
export function isQuiet(program: Command, argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  return commandsOf(program).some(({ words, command }) => {
    const isTyped = words.every((word, i) => argv[i] === word);
    const isOurs = command.options.some((option) => option.description === description);
    return isTyped && isOurs && (options.includes('--quiet') || command.getOptionValue('quiet') === true);
  });
}

/** An environment whose standard error shows only lines that begin with `error` or `warning`. */
export function quietIo(io: CommandIo): CommandIo {
  const stderr = new Writable({
    decodeStrings: false,
    write(text: string | Uint8Array, _encoding, done) {
      if (/^(error|warning)\b/i.test(String(text))) io.stderr.write(text);
      done();
    },
  });
  return new Proxy(io, {
    get: (target, key: keyof CommandIo) => (key === 'stderr' ? stderr : target[key]),
  });
}
