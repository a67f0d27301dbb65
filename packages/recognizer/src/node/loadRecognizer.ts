import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '@ser/models';
import { RecognizerError } from '../errors.js';
import { Recognizer } from '../recognizer.js';
import { modelFiles } from '../recognizerFile.js';

/**
 * Loads a model from its folder.
 *
 * @throws {RecognizerError} `model-not-found` when there is no folder, with `file` the folder;
 * `model-part-missing`, `model-corrupt`, with `file` the path of the part
 * @throws {ModelError} `engine-unavailable`
 *
 * @example
 * const recognizer = await loadRecognizer('runs/ravdess/model', await openEngine('auto'));
 */
export async function loadRecognizer(folder: string, engine: Engine): Promise<Recognizer> {
  await requireFolder(folder);
  const files: Record<string, Uint8Array> = {};
  for (const name of [modelFiles.recognizer, modelFiles.network, modelFiles.weights]) {
    const bytes = await readIfThere(join(folder, name));
    if (bytes) files[name] = bytes;
  }
  try {
    return await Recognizer.fromFiles(files, engine);
  } catch (error) {
    if (!(error instanceof RecognizerError) || error.file === undefined) throw error;
    throw await inFolder(error, folder, error.file);
  }
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  const what = found ? 'is a file, not a folder' : 'does not exist';
  throw new RecognizerError(
    'model-not-found',
    `The model folder \`${folder}\` ${what}. Train a model first (\`ser train\` leaves one in \`model\` of its run folder), or check the path.`,
    { file: folder },
  );
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The same error, told of the file in its folder; a run folder, taken for its model, is pointed out. */
async function inFolder(error: RecognizerError, folder: string, part: string): Promise<RecognizerError> {
  const inner = join(folder, 'model');
  const isRun =
    part === modelFiles.recognizer && (await readIfThere(join(inner, part)).catch(() => undefined));
  const hint = error.code === 'model-part-missing' && isRun ? ` The model seems to be in \`${inner}\`.` : '';
  return new RecognizerError(error.code, `\`${folder}\`: ${error.message}${hint}`, {
    file: join(folder, part),
    cause: error.cause ?? error,
  });
}
