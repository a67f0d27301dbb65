#!/usr/bin/env node
import type { CommandIo } from './commandIo.js';
import { interruptSignal } from './interruptSignal.js';
import { installedPrograms } from './programs.js';
import { runCommand } from './runCommand.js';
import { watchOutput } from './watchOutput.js';

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
  signal: interruptSignal({ process, exit: (code) => process.exit(code) }),
  invocation: isRepositoryScript ? 'npm run ser --' : 'ser',
};

watchOutput({ stdout: process.stdout, stderr: process.stderr, exit: (code) => process.exit(code) });

process.exitCode = await runCommand(process.argv.slice(2), io);
