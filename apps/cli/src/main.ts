#!/usr/bin/env node
import type { CommandIo } from './commandIo.js';
import { exitCode } from './exitCode.js';
import { installedPrograms } from './programs.js';
import { runCommand } from './runCommand.js';

const { env } = process;

/** Whether this is `npm run ser` in the repository, where npm has changed into the root folder. */
const isRepositoryScript = env['npm_package_name'] === 'ser' && env['npm_lifecycle_event'] === 'ser';

const io: CommandIo = {
  stdout: process.stdout,
  stderr: process.stderr,
  get stdin() {
    return process.stdin;
  },
  programs: installedPrograms(env),
  cwd: (isRepositoryScript ? env['INIT_CWD'] : undefined) ?? process.cwd(),
  env,
  now: () => performance.now(),
  signal: interruptSignal(),
  invocation: isRepositoryScript ? 'npm run ser --' : 'ser',
};

// `ser … | head` closes the pipe early; that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.done);
  throw error;
});

process.exitCode = await runCommand(process.argv.slice(2), io);

/** Aborted at the first Ctrl-C, for an orderly end; the second one ends the process at once. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(exitCode.interrupted);
    controller.abort();
  });
  return controller.signal;
}
