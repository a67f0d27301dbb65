import type { Command } from 'commander';
import { notBuiltYet } from '../usageError.js';

/** A command of the contract that a later version brings: known, kept out of the help, refused by name. */
export function addUnbuiltCommand(parent: Command, name: string): void {
  const full = parent.parent
    ? `${parent.parent.name()} ${parent.name()} ${name}`
    : `${parent.name()} ${name}`;
  parent
    .command(name, { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .action(() => {
      throw notBuiltYet(full);
    });
}
