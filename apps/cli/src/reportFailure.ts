import type { Command } from 'commander';
import type { CommandIo } from './commandIo.js';
import { exitCode } from './exitCode.js';
import { describeFailure, type Failure } from './failure.js';
import { writeJson, writeJsonLine } from './show/json.js';
import { printable, printableLines } from './show/printable.js';

export interface ReportFailureOptions {
  /** What was typed after `ser`. */
  readonly argv: readonly string[];
  readonly io: CommandIo;
  readonly program: Command;
}

/**
 * Reports an error: with `--json` as a document on standard output, otherwise as a line on standard error.
 *
 * @returns the exit code
 */
export function reportFailure(error: unknown, { argv, io, program }: ReportFailureOptions): number {
  const failure = describeFailure(error);
  const { code, message, file } = failure;
  const document = { error: { code, message, ...(file !== undefined && { file }) } };
  const isLines = argv.includes('--events') || argv[0] === 'listen';
  if (argv.includes('--json')) (isLines ? writeJsonLine : writeJson)(io, document);
  else
    io.stderr.write(
      `${code === 'interrupted' ? '' : 'error: '}${printableMessage(failure)}\n${helpHint(failure, program, argv)}`,
    );
  if (code === 'bug') {
    io.stderr.write(
      'This is a bug in ser. Run it again with SER_DEBUG=1 to see the stack trace, and report it.\n',
    );
  }
  if (io.env['SER_DEBUG'] === '1' && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return failure.exitCode;
}

/** The message; a name in it stays on one line. */
function printableMessage({ message, file }: Failure): string {
  return printableLines(file ? message.replaceAll(file, printable(file)) : message);
}

/** Where to find help after a wrong command line. */
function helpHint({ exitCode: code }: Failure, program: Command, argv: readonly string[]): string {
  return code === exitCode.wrongUsage ? `See \`${fullName(program, argv)} --help\`.\n` : '';
}

/** The command that was typed, as far as it is known: `ser corpora check`. */
function fullName(command: Command, argv: readonly string[]): string {
  const [word, ...rest] = argv;
  const next = command.commands.find((known) => known.name() === word);
  return next ? `${command.name()} ${fullName(next, rest)}` : command.name();
}
