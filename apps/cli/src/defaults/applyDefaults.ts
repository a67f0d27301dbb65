import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { closest } from '@ser/core';
import type { Command, Option } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { readJsonFile } from '../readJsonFile.js';
import { UsageError } from '../usageError.js';
import { commandsOf, type NamedCommand } from './commandsOf.js';

/** The file with defaults, in the folder of the user. */
export const configFile = 'ser.config.json';

/** Options that belong to one command line: scripts rely on them being typed. */
const neverDefault: readonly string[] = ['json', 'events', 'help', 'version', 'out', 'overwrite', 'resume'];

/** `features --model` is an alternative to `features --features`, so it is not a default there. */
const commandsWithoutModel: readonly string[] = ['features'];

/**
 * Sets the defaults of options from `ser.config.json` in the folder of the user, and then that of `--model` from the
 * environment variable `SER_MODEL`. What is typed wins.
 *
 * The file has the long names of options, for all commands that have them, and objects with the options of one command:
 * `{ "model": "runs/mine/model", "predict": { "top": 3 } }`.
 *
 * @throws {UsageError} `invalid-json`; `invalid-option` for an unknown name, or a value that the option does not take
 */
export async function applyDefaults(program: Command, io: CommandIo): Promise<void> {
  const commands = commandsOf(program);
  if (existsSync(join(io.cwd, configFile))) {
    const path = io.cwd === process.cwd() ? configFile : join(io.cwd, configFile);
    applyConfig(commands, await readJsonFile(io, path));
  }
  const model = io.env['SER_MODEL'];
  if (model === undefined || model === '') return;
  for (const command of commands) applyToCommand(command, 'model', model);
}

function applyConfig(commands: readonly NamedCommand[], config: unknown): void {
  for (const [key, value] of Object.entries(requireObject(config, 'The file'))) {
    const named = commands.find(({ words }) => words.join(' ') === key);
    if (!named) {
      applyToAll(commands, key, value);
      continue;
    }
    for (const [name, one] of Object.entries(requireObject(value, `\`${key}\``))) {
      const option = optionOf(named.command, name);
      if (!option) throw unknownName(`${key}.${name}`, name, optionNames([named]));
      setDefault(named.command, option, one);
    }
  }
}

function applyToAll(commands: readonly NamedCommand[], name: string, value: unknown): void {
  const count = commands.filter((command) => applyToCommand(command, name, value)).length;
  if (count > 0) return;
  throw unknownName(name, name, [...optionNames(commands), ...commands.map(({ words }) => words.join(' '))]);
}

/** @returns whether the command has the option */
function applyToCommand({ words, command }: NamedCommand, name: string, value: unknown): boolean {
  if (name === 'model' && commandsWithoutModel.includes(words.join(' '))) return false;
  const option = optionOf(command, name);
  if (option) setDefault(command, option, value);
  return option !== undefined;
}

function optionOf(command: Command, name: string): Option | undefined {
  return command.options.find((option) => option.long === `--${name}` && !neverDefault.includes(name));
}

function optionNames(commands: readonly NamedCommand[]): readonly string[] {
  const names = commands.flatMap(({ command }) => command.options.map(({ long }) => long?.slice(2) ?? ''));
  return [...new Set(names)].filter((name) => name !== '' && !neverDefault.includes(name));
}

function setDefault(command: Command, option: Option, value: unknown): void {
  const name = option.long!.slice(2);
  const isFlag = !option.required && !option.optional;
  const fits = isFlag ? typeof value === 'boolean' : ['string', 'number'].includes(typeof value);
  if (!fits || option.variadic) {
    const required = option.variadic
      ? 'typed: it takes several values'
      : isFlag
        ? 'true or false'
        : 'a text or a number';
    throw new UsageError(
      'invalid-option',
      `\`${name}\` in \`${configFile}\` must be ${required}; got ${JSON.stringify(value)}.`,
      { file: configFile },
    );
  }
  if (value === false) return;
  const parsed: unknown =
    isFlag || !option.parseArg ? value : option.parseArg(String(value), undefined as never);
  command.setOptionValueWithSource(option.attributeName(), parsed, 'config');
}

function requireObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new UsageError(
    'invalid-option',
    `${what} in \`${configFile}\` must be an object, for example {"model": "runs/mine/model"}; got ${JSON.stringify(value)}.`,
    { file: configFile },
  );
}

function unknownName(path: string, name: string, known: readonly string[]): UsageError {
  const near = closest(name, known);
  const hint = near === undefined ? 'Use the long name of an option.' : `Did you mean \`${near}\`?`;
  return new UsageError(
    'invalid-option',
    `\`${path}\` in \`${configFile}\` is not an option that can have a default. ${hint}`,
    { file: configFile },
  );
}
