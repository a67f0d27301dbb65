import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { modelNames, type PretrainedModel } from '@ser/pretrained';
import { format, resolveConfig } from 'prettier';
import type { TrainedModel } from './trainModel.js';

/** Writes a model into `models/NAME/` and its card into `src/cards.json`, where the others' stay. */
export async function writeModel(folder: string, { card, files }: TrainedModel): Promise<void> {
  const place = join(folder, 'models', card.name);
  await mkdir(place, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(place, name), bytes);
  const file = join(folder, 'src', 'cards.json');
  const cards = { ...(await readCards(file)), [card.name]: card };
  const ordered = Object.fromEntries(
    modelNames.flatMap((name) => (cards[name] ? [[name, cards[name]]] : [])),
  );
  await mkdir(join(folder, 'src'), { recursive: true });
  const style = await resolveConfig(fileURLToPath(import.meta.url));
  await writeFile(file, await format(JSON.stringify(ordered, null, 2), { ...style, parser: 'json' }));
}

async function readCards(file: string): Promise<Readonly<Record<string, PretrainedModel>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, PretrainedModel>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
