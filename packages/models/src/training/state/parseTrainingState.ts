import { ModelError } from '../../errors.js';
import { brokenState, decodeSafetensors, type Safetensors } from './safetensors.js';
import { stateFormat } from './stateFormat.js';
import type { TrainingState } from './trainingState.js';

/** The part of a state in the metadata. */
type StateJson = Omit<TrainingState, 'weights' | 'bestWeights' | 'optimizer'> & {
  readonly nSteps: number;
  readonly slots: readonly string[];
};

/**
 * Reads a training state from the bytes of `serializeTrainingState`.
 *
 * @throws {SerError} `invalid-model-files` for bytes that are cut short or of another kind
 *
 * @example
 * const resume = parseTrainingState(await readFile('checkpoint.safetensors'));
 * await classifier.fit(x, y, { seed: 1, resume });
 */
export function parseTrainingState(bytes: Uint8Array): TrainingState {
  const { vectors, metadata } = decodeSafetensors(bytes);
  if (metadata.format !== stateFormat || metadata.state === undefined) throw anotherKind(metadata);
  const { nSteps, slots, ...state } = stateOf(metadata.state);
  const bestWeights = group(vectors, 'bestWeights');
  return {
    ...state,
    weights: group(vectors, 'weights'),
    optimizer: {
      nSteps,
      slots: Object.fromEntries(slots.map((slot) => [slot, group(vectors, `optimizer/${slot}`)])),
    },
    ...(bestWeights.length > 0 && { bestWeights }),
  };
}

function stateOf(json: string): StateJson {
  try {
    return JSON.parse(json) as StateJson;
  } catch (cause) {
    throw brokenState(cause);
  }
}

/** The vectors `name/0`, `name/1`, … */
function group(vectors: Safetensors['vectors'], name: string): readonly Float32Array[] {
  const names = [...vectors.keys()].filter((each) => each.startsWith(`${name}/`));
  return names.map((_, i) => vectors.get(`${name}/${i}`)!);
}

function anotherKind({ format }: Safetensors['metadata']): ModelError {
  return new ModelError(
    'invalid-model-files',
    `A training state must have the format '${stateFormat}'; got '${format ?? 'unknown'}'. ` +
      'Pass the bytes that `serializeTrainingState` returned.',
  );
}
