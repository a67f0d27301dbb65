import type { Engine } from '@ser/models';
import type { Recognizer } from '@ser/recognizer';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';
import type { EngineChoice } from './options/engine.js';
import { printable } from './show/printable.js';

/**
 * Loads a model, and reports its training corpora on standard error. The caller disposes of the recognizer.
 *
 * @param folder of the model; undefined for the bundled model
 * @param engine that computes; 'auto' starts none for a model that plain JavaScript can run
 */
export async function openRecognizer(
  io: CommandIo,
  folder: string | undefined,
  engine: Engine | 'auto',
): Promise<Recognizer> {
  const { Recognizer } = await import('@ser/recognizer');
  const recognizer = await (folder === undefined
    ? Recognizer.general({ engine })
    : Recognizer.load(fromCwd(io, folder), { engine }));
  const { recipe, trainedOn } = recognizer.card;
  const sources = trainedOn.map(({ title, license }) => `${title}, ${license}`).join('; ');
  io.stderr.write(`${printable(`model: ${recipe}, trained on ${sources}`)}\n`);
  return recognizer;
}

/** Opens an engine, and reports it on standard error. */
export async function openEngine(io: CommandIo, choice: EngineChoice): Promise<Engine> {
  const models = await import('@ser/models');
  const engine = await models.openEngine(choice);
  io.stderr.write(`engine: ${engine.name} — ${engine.description}\n`);
  return engine;
}

/** Opens the engine that the user asked for by name. */
export async function openChosenEngine(io: CommandIo, choice: EngineChoice): Promise<Engine | 'auto'> {
  return choice === 'auto' ? choice : openEngine(io, choice);
}

/** Whether a model was trained on generated voices only: its answers for human speech are meaningless. */
export function isSyntheticOnly({ card }: Recognizer): boolean {
  return card.trainedOn.length > 0 && card.trainedOn.every(({ synthetic }) => synthetic);
}
