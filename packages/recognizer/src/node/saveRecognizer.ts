import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Recognizer } from '../recognizer.js';
import { modelFiles } from '../recognizerFile.js';

/**
 * Writes a model into a folder, made when needed; a model that is there is replaced, other files stay.
 *
 * All parts are first written under temporary names; then `recognizer.json` is taken away, and comes back last.
 * Stopped at any moment, the folder holds the old model, the new one, or one that `loadRecognizer` refuses as
 * incomplete: never parts of both.
 *
 * @throws the system's error when the folder cannot be written
 *
 * @example
 * await saveRecognizer('runs/ravdess/model', recognizer);
 */
export async function saveRecognizer(folder: string, recognizer: Recognizer): Promise<void> {
  const files = Object.entries(await recognizer.toFiles());
  const pathOf = (name: string) => join(folder, name);
  const temporary = (name: string) => pathOf(join(dirname(name), `.${basename(name)}.saving`));
  for (const [name] of files) await mkdir(dirname(pathOf(name)), { recursive: true });
  try {
    for (const [name, bytes] of files) await writeFile(temporary(name), bytes);
    await rm(pathOf(modelFiles.recognizer), { force: true });
    for (const name of lastOfAll(files.map(([name]) => name))) await rename(temporary(name), pathOf(name));
  } finally {
    for (const [name] of files) await rm(temporary(name), { force: true }).catch(() => undefined);
  }
}

/** The file without which there is no model comes last. */
function lastOfAll(names: readonly string[]): readonly string[] {
  return [...names.filter((name) => name !== modelFiles.recognizer), modelFiles.recognizer];
}
