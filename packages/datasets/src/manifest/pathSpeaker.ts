import { invalidOption } from '@ser/core';

/** Where the speaker of a recording is in its path. */
export interface PathSpeakerOptions {
  /**
   * A regular expression for the path: the speaker is its group `(?<speaker>…)`, its first group, or all of the match.
   * Paths are relative to the folder or table, with `/` between folders.
   *
   * @default none
   */
  readonly speakerFrom?: string | RegExp | undefined;
  /**
   * The folder whose name is the speaker: 1 is the folder at the top, 2 the one in it; -1 contains the file.
   *
   * @default none
   */
  readonly speakerLevel?: number | undefined;
}

/**
 * A function that finds the speaker in a path.
 *
 * @throws {SerError} `invalid-option` if the expression is malformed, the level is 0, or both are given
 */
export function pathSpeaker(options: PathSpeakerOptions): (path: string) => string | undefined {
  const { speakerFrom, speakerLevel } = options;
  if (speakerLevel !== undefined) {
    if (speakerFrom !== undefined) {
      throw invalidOption('speakerLevel', 'not set together with `speakerFrom`', speakerLevel);
    }
    requireLevel('speakerLevel', speakerLevel);
    return (path) => folderAt(path, speakerLevel);
  }
  if (speakerFrom === undefined) return () => undefined;
  const pattern = expressionOf(speakerFrom);
  return (path) => {
    const match = pattern.exec(path);
    const speaker = match && (match.groups?.['speaker'] ?? match[1] ?? match[0]);
    return speaker === null || speaker === '' ? undefined : speaker;
  };
}

/** @throws {SerError} `invalid-option` unless the level is an integer other than 0 */
export function requireLevel(name: string, level: number): void {
  if (Number.isInteger(level) && level !== 0) return;
  throw invalidOption(
    name,
    'an integer other than 0',
    level,
    'Use 1 for the folder at the top, -1 for the folder of the file.',
  );
}

/** The name of the folder at a level of a path, as in `speakerLevel`. */
export function folderAt(path: string, level: number): string | undefined {
  const folders = path.split('/').slice(0, -1);
  return folders.at(level > 0 ? level - 1 : level);
}

function expressionOf(text: string | RegExp): RegExp {
  try {
    return new RegExp(text, text instanceof RegExp ? text.flags.replace(/[gy]/g, '') : 'u');
  } catch {
    const required = 'a regular expression';
    throw invalidOption('speakerFrom', required, text, 'For example: ([^/]+)/[^/]+$');
  }
}
