import type { Engine } from '@ser/models';
import type { Recognizer } from '@ser/recognizer';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';
import type { EngineChoice } from './options/engine.js';
import { printable } from './show/printable.js';

/** A loaded model. The caller disposes of the recognizer. */
export interface OpenedModel {
  readonly recognizer: Recognizer;
  /** Why `general-small` answers instead of `general`; absent if it does not. */
  readonly fallback?: string;
}

/**
 * Loads a model, and reports its name and training corpora on standard error.
 *
 * @param model name of a bundled model, or the path of a folder; undefined for `general`, or `general-small` where ONNX
 *   Runtime does not work
 * @param engine that computes; 'auto' starts none for a model that plain JavaScript can run
 */
export async function openModel(
  io: CommandIo,
  model: string | undefined,
  engine: Engine | 'auto',
): Promise<OpenedModel> {
  const { bundledNames, Recognizer } = await import('@ser/recognizer');
  let fallback: string | undefined;
  const onFallback = ({ message }: Error) => (fallback = message);
  const name = bundledNames.find((known) => known === model);
  const recognizer = await (model === undefined
    ? Recognizer.general({ engine, onFallback })
    : name === undefined
      ? Recognizer.load(fromCwd(io, model), { engine })
      : Recognizer.bundled(name, { engine }));
  if (fallback !== undefined) io.stderr.write(`${printable(fallbackText(fallback))}\n`);
  const { recipe, trainedOn } = recognizer.card;
  const sources = trainedOn
    .map(({ title, license }) => `${title}, ${license === 'not stated' ? 'license not stated' : license}`)
    .join('; ');
  io.stderr.write(`${printable(`model: ${recipe}, trained on ${sources}`)}\n`);
  return { recognizer, ...(fallback !== undefined && { fallback }) };
}

function fallbackText(reason: string): string {
  return `The model general-small answers instead of general, with lower scores: ${reason}`;
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
