import { dirname } from 'node:path';
import { SerError } from '@ser/core';
import { CommanderError } from 'commander';
import { exitCode } from './exitCode.js';
import { Interruption } from './interruption.js';
import { MicrophoneError } from './microphone/microphoneError.js';
import { UsageError } from './usageError.js';

/** An error as reported to a user or a script. */
export interface Failure {
  readonly exitCode: number;
  /** Stable, in kebab-case. */
  readonly code: string;
  readonly message: string;
  /** The offending file or folder, if there is one. */
  readonly file?: string;
}

/** Library codes caused by the command line, not by the data. */
const usageCodes = new Set([
  'engine-unavailable',
  'invalid-feature-description',
  'invalid-network',
  'invalid-option',
  'invalid-recipe',
  'missing-data',
  'package-missing',
  'too-few-corpora',
  'unknown-corpus',
  'unknown-recipe',
  'unknown-split',
  'unsupported-feature',
]);

/** Describes an error: its exit code, its stable code, and its message, never its stack. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof UsageError) {
    return { exitCode: exitCode.wrongUsage, code: error.code, message: error.message, ...fileOf(error) };
  }
  if (error instanceof MicrophoneError) {
    return { exitCode: exitCode.failed, code: error.code, message: error.message };
  }
  if (error instanceof Interruption) {
    return { exitCode: exitCode.interrupted, code: 'interrupted', message: error.message };
  }
  if (error instanceof CommanderError) return commanderFailure(error);
  if (isSerError(error)) {
    const blame = usageCodes.has(error.code) ? exitCode.wrongUsage : exitCode.failed;
    return { exitCode: blame, code: error.code, message: namingFile(error), ...fileOf(error) };
  }
  if (isSystemError(error)) return systemFailure(error);
  if (isLimit(error)) return limitFailure(error);
  const message = error instanceof Error ? error.message : String(error);
  return { exitCode: exitCode.failed, code: 'bug', message };
}

/** `instanceof` alone would leave the type of the code open. */
function isSerError(error: unknown): error is SerError {
  return error instanceof SerError;
}

/** A message that already names the file or its folder stays as it is. */
function namingFile({ message, file }: SerError): string {
  const isNamed = file === undefined || message.includes(file) || message.includes(`\`${dirname(file)}\``);
  return isNamed ? message : `${file}: ${message}`;
}

function fileOf({ file }: { readonly file?: string }): { file?: string } {
  return file === undefined ? {} : { file };
}

/** Our own codes, which stay the same when commander's change. */
const commanderCodes: Readonly<Record<string, string>> = {
  'commander.excessArguments': 'excess-argument',
  'commander.invalidArgument': 'invalid-option',
  'commander.missingArgument': 'missing-argument',
  'commander.missingMandatoryOptionValue': 'missing-option',
  'commander.optionMissingArgument': 'invalid-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.unknownOption': 'unknown-option',
};

/** Where commander's own words are not a sentence; `name` is what they quote, for example `--data <folder...>`. */
const commanderMessages: Readonly<Record<string, (name: string) => string>> = {
  'commander.missingArgument': (name) => `\`<${name}>\` is required.`,
  'commander.missingMandatoryOptionValue': (name) => `\`${name}\` is required.`,
  'commander.optionMissingArgument': (name) => `\`${name}\` needs a value.`,
};

function commanderFailure({ code, message }: CommanderError): Failure {
  const name = /'(.+?)'/.exec(message)?.[1];
  const own = name === undefined ? undefined : commanderMessages[code]?.(name);
  return {
    exitCode: exitCode.wrongUsage,
    code: commanderCodes[code] ?? 'wrong-usage',
    message: own ?? sentence(message.replace(/^error: /, '').replaceAll("'", '`')),
  };
}

function sentence(text: string): string {
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return upper.replace(/\n\(Did you mean (.*)\?\)$/, '. Did you mean `$1`?').replace(/([^.?!])$/, '$1.');
}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'another program uses it',
  EEXIST: 'a file with that name already exists',
  EIO: 'the device reported an error',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its links form a loop',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTEMPTY: 'the folder is not empty',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EPERM: 'permission denied',
  EPIPE: 'the program that reads the output has ended',
  EROFS: 'the disk is read-only',
};

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return 'syscall' in error || /^E[A-Z0-9]+$/.test(String(error.code));
}

/** Codes and messages of Node.js for data that are larger than memory or its own bounds. */
const limits = /^ERR_(FS_FILE_TOO_LARGE|STRING_TOO_LONG|BUFFER_TOO_LARGE|WORKER_OUT_OF_MEMORY)$/;
const allocations = /^(Array buffer allocation failed|Invalid string length)$/;

function isLimit(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return limits.test(code) || (error instanceof RangeError && allocations.test(error.message));
}

function limitFailure({ message }: Error): Failure {
  return {
    exitCode: exitCode.failed,
    code: 'too-large',
    message: `The data do not fit into memory (${message}). Use smaller files, or fewer at a time.`,
  };
}

function systemFailure(error: NodeJS.ErrnoException & { code: string }): Failure {
  const reason = systemReasons[error.code] ?? error.code;
  const file = error.path;
  const what = `${error.syscall ?? 'use'}${file === undefined ? '' : ` \`${file}\``}`;
  return {
    exitCode: exitCode.failed,
    code: error.code === 'ENOENT' ? 'file-not-found' : 'file-system',
    message: `Cannot ${what}: ${reason}.`,
    ...(file !== undefined && { file }),
  };
}
