import { type Command, Option } from 'commander';
import { notBuiltYet } from '../usageError.js';

/**
 * Teaches a command options of the contract that a later version brings: it knows them and refuses them by name,
 * instead of calling them unknown. They do not show in `--help`.
 *
 * @param flags as commander writes them, each with a value: `--workers <n>`
 */
export function refuseUnbuiltOptions(command: Command, flags: readonly string[]): void {
  for (const flag of flags) {
    const option = new Option(flag).hideHelp().argParser(() => {
      throw notBuiltYet(`--${option.name()}`);
    });
    command.addOption(option);
  }
}
