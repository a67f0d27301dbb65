import { CommanderError } from 'commander';
import type { CommandIo } from './commandIo.js';
import { applyDefaults } from './defaults/applyDefaults.js';
import { isQuiet, quietIo } from './defaults/quiet.js';
import { exitCode } from './exitCode.js';
import { Interruption } from './interruption.js';
import { createProgram } from './program.js';
import { ReportedFailure } from './reportedFailure.js';
import { reportFailure } from './reportFailure.js';
import { unquoted } from './unquoted.js';

/**
 * Runs one `ser` command line.
 *
 * @param typed what was typed after `ser`
 * @returns the exit code: 0 done, 1 data or run failed, 2 wrong usage, 130 interrupted
 *
 * @example
 * process.exitCode = await runCommand(['predict', 'clip.wav', '--model', 'runs/ravdess/model'], io);
 */
export async function runCommand(typed: readonly string[], io: CommandIo): Promise<number> {
  const argv = typed.map((argument) => unquoted(io, argument));
  let program = createProgram(io);
  try {
    await applyDefaults(program, io);
    if (isQuiet(program, argv)) {
      program = createProgram(quietIo(io));
      await applyDefaults(program, io);
    }
    await program.parseAsync(argv, { from: 'user' });
    return exitCode.done;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCode.done;
    if (error instanceof CommanderError && error.code === 'commander.help') return exitCode.wrongUsage;
    if (error instanceof ReportedFailure) return exitCode.failed;
    return reportFailure(io.signal.aborted ? asInterruption(error) : error, { argv, io, program });
  }
}

/** After Ctrl-C every error is its consequence. */
function asInterruption(error: unknown): Interruption {
  return error instanceof Interruption ? error : new Interruption('Interrupted.');
}
