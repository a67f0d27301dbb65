import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadClassifier, type Classifier } from '@ser/classifiers';
import type { RecognizerFiles } from '../src/format/modelFiles.js';

/**
 * Small models in folders of older format versions, written by the code of that time: a ridge classifier and, in the
 * ensemble, a dense network of 3 units, both trained on random numbers.
 */
export type FixtureName = 'version-1' | 'version-2' | 'version-2-ensemble';

export function fixtureFolder(name: FixtureName): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

export async function fixtureFiles(name: FixtureName): Promise<RecognizerFiles> {
  const folder = fixtureFolder(name);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join('/'), new Uint8Array(await readFile(path))] as const;
    });
  return Object.fromEntries(await Promise.all(files));
}

/** A real classifier: `[1, 4]` numbers to three classes. */
export async function fixtureClassifier(kind: 'ridge' | 'network'): Promise<Classifier> {
  const files = await fixtureFiles('version-2-ensemble');
  return loadClassifier({
    'model.json': files[`${kind}/model.json`]!,
    'weights.bin': files[`${kind}/weights.bin`]!,
  });
}
