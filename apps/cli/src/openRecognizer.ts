import type { Engine } from '@ser/models';
import type { Recognizer } from '@ser/recognizer';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';
import type { EngineChoice } from './options/engine.js';

/** A loaded model and what computes it. The caller disposes of the recogniser. */
export interface OpenRecognizer {
  readonly recognizer: Recognizer;
  readonly engine: Engine;
}

/** Loads a model, and says on standard error what computes and whom the model has learnt from. */
export async function openRecognizer(
  io: CommandIo,
  folder: string,
  choice: EngineChoice,
): Promise<OpenRecognizer> {
  const { openEngine } = await import('@ser/models');
  const { loadRecognizer } = await import('@ser/recognizer/node');
  const engine = await openEngine(choice);
  io.stderr.write(`engine: ${engine.name} — ${engine.description}\n`);
  const recognizer = await loadRecognizer(fromCwd(io, folder), engine);
  const { recipe, trainedOn } = recognizer.card;
  const sources = trainedOn.map(({ title, licence }) => `${title}, ${licence}`).join('; ');
  io.stderr.write(`model: ${recipe}, trained on ${sources}\n`);
  return { recognizer, engine };
}
