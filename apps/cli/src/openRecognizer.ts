import type { Engine } from '@ser/models';
import type { Recognizer } from '@ser/recognizer';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';
import type { EngineChoice } from './options/engine.js';

/** A loaded model and its compute engine. The caller disposes of the recognizer. */
export interface OpenRecognizer {
  readonly recognizer: Recognizer;
  readonly engine: Engine;
}

/**
 * Loads a model, and reports the compute engine and the training corpora on standard error.
 *
 * @param folder of the model; undefined for the bundled model
 */
export async function openRecognizer(
  io: CommandIo,
  folder: string | undefined,
  choice: EngineChoice,
): Promise<OpenRecognizer> {
  const { openEngine } = await import('@ser/models');
  const { Recognizer } = await import('@ser/recognizer');
  const engine = await openEngine(choice);
  io.stderr.write(`engine: ${engine.name} — ${engine.description}\n`);
  const recognizer = await (folder === undefined
    ? Recognizer.general({ engine })
    : Recognizer.load(fromCwd(io, folder), { engine }));
  const { recipe, trainedOn } = recognizer.card;
  const sources = trainedOn.map(({ title, license }) => `${title}, ${license}`).join('; ');
  io.stderr.write(`model: ${recipe}, trained on ${sources}\n`);
  return { recognizer, engine };
}

/** Whether a model was trained on generated voices only: its answers for human speech are meaningless. */
export function isSyntheticOnly({ card }: Recognizer): boolean {
  return card.trainedOn.length > 0 && card.trainedOn.every(({ synthetic }) => synthetic);
}
