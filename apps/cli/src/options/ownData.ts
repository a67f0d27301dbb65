import { type Command, Option } from 'commander';
import { UsageError } from '../usageError.js';

/** How the recordings of a user say what they are. */
export interface OwnDataOptions {
  readonly labels?: readonly string[];
  readonly map?: Readonly<Record<string, string>>;
  readonly speakerFrom?: string;
  readonly speakerLevel?: number;
  readonly labelLevel?: number;
  readonly columns?: Readonly<Record<string, string>>;
}

/** Adds `--map`, `--speaker-from`, `--speaker-level`, `--label-level`, and `--columns`. */
export function addOwnDataOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--map <word=label...>',
        'names for label words of your folders, tables, or named corpora, for example wütend=angry,excited=happy (default: none)',
      ).argParser(pairs('--map', 'wütend=angry')),
    )
    .option(
      '--speaker-from <regex>',
      'the part of each path that is the speaker: the group (?<speaker>…), the first group, or the match (default: none)',
    )
    .addOption(
      new Option(
        '--speaker-level <n>',
        'the folder whose name is the speaker: 1 is the one at the top, =-1 the one that contains the file (default: none)',
      ).argParser(level('--speaker-level')),
    )
    .addOption(
      new Option(
        '--label-level <n>',
        'the folder whose name is the label, as in --speaker-level (default: the one with names of labels)',
      ).argParser(level('--label-level')),
    )
    .addOption(columnsOption('label=Stimmung,path=Datei'));
}

/** `--columns NAME=HEADER` */
export function columnsOption(example = 'path=Datei'): Option {
  return new Option(
    '--columns <name=header...>',
    `columns of a table that are named otherwise, for example ${example} (default: none)`,
  ).argParser(pairs('--columns', example.split(',')[0]!));
}

/** `--labels NAME,NAME` */
export function labelsOption(
  what = "labels to use, for example angry,happy; other recordings are left out (default: the recipe's, and with your own " +
    'recordings all of theirs)',
): Option {
  return new Option('--labels <names>', what).argParser((text) =>
    text
      .split(',')
      .map((name) => name.trim().normalize('NFC'))
      .filter((name) => name !== ''),
  );
}

/** Parses `word=label`, several separated by commas or spaces, and adds them to those before. */
function pairs(option: string, example: string) {
  return (text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => {
    const added = text.split(',').map((pair) => {
      const at = pair.indexOf('=');
      const [word, name] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at > 0 && word !== '' && name !== '') return [word, name] as const;
      throw new UsageError(
        'invalid-option',
        `\`${option}\` must be words with a \`=\`, for example \`${example}\`; got \`${text}\`.`,
      );
    });
    return { ...before, ...Object.fromEntries(added) };
  };
}

function level(option: string) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value !== 0) return value;
    throw new UsageError('invalid-option', `\`${option}\` must be an integer other than 0; got \`${text}\`.`);
  };
}
