import { Command } from 'commander';
import type { CommandIo } from './commandIo.js';
import { addAudioCommand } from './commands/audio.js';
import { addCompareCommand } from './commands/compare.js';
import { addCompletionCommand } from './commands/completion.js';
import { addCorporaCommand } from './commands/corpora.js';
import { addDemoCommand } from './commands/demo.js';
import { addEnginesCommand } from './commands/engines.js';
import { addEvaluateCommand } from './commands/evaluate.js';
import { addExportCommand } from './commands/export.js';
import { addFeaturesCommand } from './commands/features.js';
import { addQueueCommand } from './commands/queue.js';
import { addPredictCommand } from './commands/predict.js';
import { addListenCommand } from './commands/listen.js';
import { addRecipesCommand } from './commands/recipes.js';
import { addServeCommand } from './commands/serve.js';
import { addTeachCommand } from './commands/teach.js';
import { addTrainCommand } from './commands/train.js';
import { addTuneCommand } from './commands/tune.js';
import { addWorkerCommand } from './commands/worker.js';
import { addQuietOption } from './defaults/quiet.js';
import { addExamples } from './show/help.js';
import { addPluginHook } from './loadPlugins.js';
import { version } from './version.js';

/** Assembles the `ser` command. Each subcommand has its own file in `commands/`. */
export function createProgram(io: CommandIo): Command {
  const program = new Command('ser')
    .description('Speech emotion recognition: train on recordings, evaluate on unseen speakers, predict.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ subcommandTerm: termOf })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addDemoCommand(program, io);
  addTrainCommand(program, io);
  addTuneCommand(program, io);
  addWorkerCommand(program, io);
  addQueueCommand(program, io);
  addEvaluateCommand(program, io);
  addCompareCommand(program, io);
  addPredictCommand(program, io);
  addListenCommand(program, io);
  addTeachCommand(program, io);
  addServeCommand(program, io);
  addFeaturesCommand(program, io);
  addExportCommand(program, io);
  addCorporaCommand(program, io);
  addRecipesCommand(program, io);
  addAudioCommand(program, io);
  addEnginesCommand(program, io);
  addCompletionCommand(program, io);
  addQuietOption(program);
  addPluginHook(program, io);
  return addExamples(
    program,
    `${io.invocation} demo                                    no recordings needed, under a minute`,
    `${io.invocation} train --recipe ravdess-cnn --data PATH/TO/RAVDESS --out runs/ravdess`,
    `${io.invocation} predict clip.wav`,
    `${io.invocation} listen`,
  );
}

/** A command as the root help lists it: its name and arguments, without its options. */
function termOf(command: Command): string {
  const words = command.registeredArguments.map((argument) => {
    const name = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(' ');
}
