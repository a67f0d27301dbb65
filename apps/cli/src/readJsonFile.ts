import { readFile } from 'node:fs/promises';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';
import { UsageError } from './usageError.js';

/** @throws {UsageError} `invalid-json` when the file contains something else */
export async function readJsonFile(io: CommandIo, path: string): Promise<unknown> {
  const text = await readFile(fromCwd(io, path), 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      'invalid-json',
      `\`${path}\` is not valid JSON: ${(error as SyntaxError).message}.`,
      {
        file: path,
      },
    );
  }
}
