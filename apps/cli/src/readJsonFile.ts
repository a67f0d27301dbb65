import { readFile } from 'node:fs/promises';
import type { CommandIo } from './commandIo.js';
import { decodeText } from './decodeText.js';
import { inputPath } from './inputFiles.js';
import { UsageError } from './usageError.js';

/**
 * Reads a JSON file in UTF-8 or UTF-16, with or without a byte order mark.
 *
 * @throws {UsageError} `invalid-json` when the file contains something else
 * @throws {SerError} `file-unreadable` when it is not a file
 */
export async function readJsonFile(io: CommandIo, path: string): Promise<unknown> {
  const bytes = await readFile(await inputPath(io, path));
  try {
    return JSON.parse(decodeText(bytes));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is neither UTF-8 nor UTF-16';
    throw new UsageError('invalid-json', `\`${path}\` is not valid JSON: ${reason}.`, { file: path });
  }
}
