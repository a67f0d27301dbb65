import type { Command } from 'commander';
import { commandsOf, type NamedCommand } from '../defaults/commandsOf.js';

/** Shells that complete commands and options. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** A script that lets a shell complete the commands and options of a program, and files elsewhere. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = commandsOf(program);
  const top = commands.filter(({ words }) => words.length === 1);
  const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
  return scripts[shell](top, commands);
}

function bashScript(top: readonly NamedCommand[], commands: readonly NamedCommand[]): string {
  return `# completion of ser for bash
_ser() {
  local current="\${COMP_WORDS[COMP_CWORD]}" names="" options=""
  case "$COMP_CWORD:\${COMP_WORDS[1]}:\${COMP_WORDS[2]}" in
    1:*) names="${namesOf(top)}" ;;
${cases(commands, (pattern, names, options) => `    ${pattern}) names="${names}" options="${options}" ;;`)}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) COMPREPLY=($(compgen -W "$names" -- "$current")) ;;
  esac
}
complete -o default -F _ser ser
`;
}

function zshScript(top: readonly NamedCommand[], commands: readonly NamedCommand[]): string {
  return `#compdef ser
# completion of ser for zsh
_ser() {
  local -a names options
  case "$((CURRENT - 1)):$words[2]:$words[3]" in
    1:*) names=(${namesOf(top)}) ;;
${cases(commands, (pattern, names, options) => `    ${pattern}) names=(${names}) options=(${options}) ;;`)}
  esac
  if [[ "$PREFIX" == -* ]]; then
    compadd -- $options
  else
    compadd -- $names
    _files
  fi
}
compdef _ser ser
`;
}

/** One case for each command, most specific first: its options, and the names of the commands below it. */
function cases(
  commands: readonly NamedCommand[],
  format: (pattern: string, names: string, options: string) => string,
): string {
  return [...commands]
    .sort((a, b) => b.words.length - a.words.length)
    .map(({ words, command }) => {
      const pattern = words.length === 1 ? `*:${words[0]}:*` : `*:${words[0]}:${words[1]}`;
      const below = command.commands.map((known) => known.name());
      return format(pattern, below.join(' '), optionsOf(command).join(' '));
    })
    .join('\n');
}

function fishScript(top: readonly NamedCommand[], commands: readonly NamedCommand[]): string {
  const names = namesOf(top);
  const lines = top.map(({ words, command }) =>
    fishLine(`not __fish_seen_subcommand_from ${names}`, `-f -a ${words[0]!}`, command.summary()),
  );
  for (const { words, command } of commands) {
    const condition = words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
    for (const below of command.commands) {
      lines.push(fishLine(condition, `-f -a ${below.name()}`, below.summary()));
    }
    for (const { long, description, required } of command.options) {
      lines.push(fishLine(condition, `-l ${long!.slice(2)}${required ? ' -r' : ''}`, description));
    }
  }
  return `# completion of ser for fish\n${lines.join('\n')}\n`;
}

function fishLine(condition: string, rest: string, description: string): string {
  const text = description.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  return `complete -c ser -n '${condition}' ${rest} -d '${text}'`;
}

function namesOf(commands: readonly NamedCommand[]): string {
  return commands.map(({ command }) => command.name()).join(' ');
}

function optionsOf(command: Command): readonly string[] {
  return command.options.flatMap(({ long }) => (long === undefined ? [] : [long]));
}
