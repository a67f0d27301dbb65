import type { Command } from 'commander';

/** Adds the examples below a command's help; every command has at least one. */
export function addExamples(command: Command, ...examples: readonly string[]): Command {
  const title = examples.length === 1 ? 'Example' : 'Examples';
  return command.addHelpText(
    'after',
    `\n${title}:\n${examples.map((example) => `  $ ${example}`).join('\n')}`,
  );
}
