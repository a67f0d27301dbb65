import type { Command } from 'commander';

/** A command that does something, or that has commands below it. */
export interface NamedCommand {
  /** The words typed after `ser`: `['corpora', 'check']`. */
  readonly words: readonly string[];
  readonly command: Command;
}

/** All commands below a program, in the order of the help. */
export function commandsOf(program: Command, words: readonly string[] = []): readonly NamedCommand[] {
  return program.commands.flatMap((command) => {
    const path = [...words, command.name()];
    return [{ words: path, command }, ...commandsOf(command, path)];
  });
}
