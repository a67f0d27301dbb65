import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { SerError } from '@ser/core';
import type { CommandIo } from './commandIo.js';
import { isPattern, matchPattern } from './filePattern.js';
import { fromCwd } from './fromCwd.js';

/**
 * The files that were typed, with patterns such as `*.wav` expanded where the shell did not, as on Windows. A pattern
 * that matches nothing stays in the list: `inputPath` then reports it.
 */
export async function expandPatterns(io: CommandIo, typed: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(typed.map((name) => expand(io, name)));
  return lists.flat();
}

async function expand(io: CommandIo, name: string): Promise<readonly string[]> {
  const path = fromCwd(io, name);
  if (!isPattern(name) || existsSync(path)) return [name];
  const found = await matchPattern(path);
  if (found.length === 0) return [name];
  return path === name ? found : found.map((match) => relative(io.cwd, match));
}

/**
 * The path of an input file, checked before it is read: reading a pipe or a device may never end.
 *
 * @throws {SerError} `file-not-found` for a pattern without a match; `file-unreadable` for anything but a file. A
 *   missing file is left to the function that reads it.
 */
export async function inputPath(io: CommandIo, file: string): Promise<string> {
  const path = fromCwd(io, file);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined && isPattern(file)) {
    throw new SerError(
      'file-not-found',
      `No file matches \`${file}\`. Check the folder and the ending of the pattern.`,
      { file },
    );
  }
  if (found === undefined || found.isFile()) return path;
  throw new SerError(
    'file-unreadable',
    `${file}: Expected a file; got ${kindOf(found)}.${adviceFor(found)}`,
    {
      file,
    },
  );
}

type Found = Awaited<ReturnType<typeof stat>>;

function kindOf(found: Found): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}

function adviceFor(found: Found): string {
  if (found.isDirectory()) return ' Pass the files in it, for example `FOLDER/*.wav`.';
  return ' Save its content to a file first, or use `ser listen --stdin` for raw audio.';
}
