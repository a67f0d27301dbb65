import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { modelFiles } from '../format/modelFiles.js';
import { classifierFileNames } from '../format/recognizerFile.js';
import type { Recognizer } from '../recognizer.js';

/**
 * Writes a model, or a session with what it was taught, into a folder, which is created if necessary. A model in the folder is replaced; other files stay.
 *
 * All files are first written under temporary names and flushed to the disk; then `recognizer.json` is removed and comes
 * back last. If the process is interrupted at any time, the folder contains the old model, the new one, or one that
 * `Recognizer.load` rejects as incomplete, never parts of both.
 *
 * @throws the system's error if the folder cannot be written
 *
 * @example
 * await saveRecognizer('runs/ravdess/model', recognizer);
 */
export async function saveRecognizer(folder: string, recognizer: Pick<Recognizer, 'toFiles'>): Promise<void> {
  const files = Object.entries(await recognizer.toFiles());
  const names = files.map(([name]) => name);
  const pathOf = (name: string) => join(folder, name);
  const temporary = (name: string) => pathOf(join(dirname(name), `.${basename(name)}.saving`));
  const replaced = await classifierFilesIn(folder);
  for (const name of names) await mkdir(dirname(pathOf(name)), { recursive: true });
  try {
    for (const [name, bytes] of files) await writeDurably(temporary(name), bytes);
    await rm(pathOf(modelFiles.recognizer), { force: true });
    for (const name of replaced) await rm(pathOf(name), { force: true });
    for (const name of recognizerLast(names)) await rename(temporary(name), pathOf(name));
  } finally {
    for (const name of names) await rm(temporary(name), { force: true }).catch(() => undefined);
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The files of the classifiers of the model in a folder, if there is one. */
async function classifierFilesIn(folder: string): Promise<readonly string[]> {
  const recognizer = await readFile(join(folder, modelFiles.recognizer)).catch(() => undefined);
  return recognizer ? classifierFileNames(recognizer) : [];
}

/** The file without which there is no model comes last. */
function recognizerLast(names: readonly string[]): readonly string[] {
  return [...names.filter((name) => name !== modelFiles.recognizer), modelFiles.recognizer];
}
