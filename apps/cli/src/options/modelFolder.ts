import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { UsageError } from '../usageError.js';

/**
 * Checks that a taught model may be written to a folder: one without a model, or the folder of the model that is taught.
 *
 * @param option that names the folder
 * @returns the folder
 * @throws {UsageError} `invalid-option` if the folder contains another model
 */
export async function taughtModelFolder(
  io: CommandIo,
  option: '--out' | '--save',
  { folder, model }: { readonly folder: string; readonly model: string | undefined },
): Promise<string> {
  const path = fromCwd(io, folder);
  const isSame = model !== undefined && resolve(fromCwd(io, model)) === resolve(path);
  const hasModel = await stat(join(path, 'recognizer.json')).catch(() => undefined);
  if (isSame || hasModel === undefined) return path;
  throw new UsageError(
    'invalid-option',
    `\`${option}\` must be a folder without a model; got \`${folder}\`. To add to the model that is there, use ` +
      `\`--model ${folder}\`; to start again, remove the folder.`,
  );
}
