import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PretrainedModel } from '@ser/pretrained';
import { format, resolveConfig } from 'prettier';
import { planNames } from './modelPlan.js';
import type { TrainedModel } from './trainModel.js';

/** Writes a model to `models/NAME/`, and its card to `src/cards.json`, which keeps the cards of the other models. */
export async function writeModel(folder: string, { card, files }: TrainedModel): Promise<void> {
  const target = join(folder, 'models', card.name);
  await rm(target, { recursive: true, force: true }); // otherwise, files of a previous model would remain
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(target, name)), { recursive: true });
    await writeFile(join(target, name), bytes);
  }
  const file = join(folder, 'src', 'cards.json');
  const cards = { ...(await readCards(file)), [card.name]: card };
  const ordered = Object.fromEntries(planNames.flatMap((name) => (cards[name] ? [[name, cards[name]]] : [])));
  await mkdir(dirname(file), { recursive: true });
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
