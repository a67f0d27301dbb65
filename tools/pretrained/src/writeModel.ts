import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelNames, type PretrainedModel } from '@ser/pretrained';
import { format, resolveConfig } from 'prettier';
import { packFiles } from './packFiles.js';
import type { TrainedModel } from './trainModel.js';

/**
 * Writes a model into `models/NAME/`, the same files as a module into `src/packed/NAME.json`, and its card into
 * `src/cards.json`, where the others' stay.
 */
export async function writeModel(folder: string, { card, files }: TrainedModel): Promise<void> {
  const place = join(folder, 'models', card.name);
  await rm(place, { recursive: true, force: true }); // a file of a model before would stay
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(place, name)), { recursive: true });
    await writeFile(join(place, name), bytes);
  }
  await mkdir(join(folder, 'src', 'packed'), { recursive: true });
  await writeJson(join(folder, 'src', 'packed', `${card.name}.json`), packFiles(files));
  const file = join(folder, 'src', 'cards.json');
  const cards = { ...(await readCards(file)), [card.name]: card };
  const ordered = Object.fromEntries(
    modelNames.flatMap((name) => (cards[name] ? [[name, cards[name]]] : [])),
  );
  await writeJson(file, ordered);
}

async function writeJson(file: string, value: object): Promise<void> {
  const style = await resolveConfig(fileURLToPath(import.meta.url));
  await writeFile(file, await format(JSON.stringify(value, null, 2), { ...style, parser: 'json' }));
}

async function readCards(file: string): Promise<Readonly<Record<string, PretrainedModel>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, PretrainedModel>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
