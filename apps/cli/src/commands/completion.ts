import { type Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { oneOf } from '../options/oneOf.js';
import { completionScript, type Shell, shells } from '../show/completionScript.js';
import { addExamples } from '../show/help.js';

/** `ser completion bash|zsh|fish` */
export function addCompletionCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('completion')
    .summary('print the completion of commands and options for your shell')
    .description(
      'Prints a script that lets your shell complete commands and options with the tab key. Load it when the shell starts.',
    )
    .argument('<shell>', 'bash, zsh, or fish', oneOf<Shell>('completion', shells))
    .action((shell: Shell) => {
      io.stdout.write(completionScript(program, shell));
    });
  addExamples(
    command,
    `ser completion bash >> ~/.bashrc`,
    `ser completion zsh > ~/.zfunc/_ser     with ~/.zfunc in fpath`,
    `ser completion fish > ~/.config/fish/completions/ser.fish`,
  );
}
