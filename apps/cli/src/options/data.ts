import type { DataFolder } from '@ser/experiments';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { UsageError } from '../usageError.js';

/**
 * Reads `--data [CORPUS=]FOLDER…`.
 *
 * @param corpora names of the corpora; a folder without a name belongs to the only one
 * @throws {UsageError} `missing-option` when a folder needs a name and has none
 */
export function parseData(
  io: CommandIo,
  typed: readonly string[],
  corpora: readonly string[],
): readonly DataFolder[] {
  return typed.map((text) => {
    const named = /^([a-z][a-z0-9-]*)=(.+)$/.exec(text);
    if (named) return { corpus: named[1]!, folder: fromCwd(io, named[2]!) };
    if (corpora.length === 1) return { corpus: corpora[0]!, folder: fromCwd(io, text) };
    throw new UsageError(
      'missing-option',
      `\`--data\` must name the corpus of each folder, one of ${corpora.join(', ')}; got \`${text}\`. ` +
        `Write, for example, \`--data ${corpora[0] ?? 'NAME'}=${text}\`.`,
    );
  });
}
