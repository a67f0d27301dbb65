import { encodeSafetensors } from './safetensors.js';
import { stateFormat } from './stateFormat.js';
import type { TrainingState } from './trainingState.js';

/**
 * A training state as bytes, in the safetensors format: the weights and the slots of the optimizer as vectors, the rest
 * as JSON in the metadata. The same state gives the same bytes.
 *
 * @example
 * const save = (state: TrainingState) => writeFile('checkpoint.safetensors', serializeTrainingState(state));
 * await classifier.fit(x, y, { seed: 1, checkpoint: { save } });
 */
export function serializeTrainingState({
  weights,
  bestWeights,
  optimizer,
  ...rest
}: TrainingState): Uint8Array {
  const vectors = new Map<string, Float32Array>();
  const put = (group: string, values: readonly Float32Array[]) =>
    values.forEach((vector, i) => vectors.set(`${group}/${i}`, vector));
  put('weights', weights);
  if (bestWeights) put('bestWeights', bestWeights);
  for (const [slot, values] of Object.entries(optimizer.slots)) put(`optimizer/${slot}`, values);
  const slots = Object.keys(optimizer.slots);
  const state = JSON.stringify({ ...rest, nSteps: optimizer.nSteps, slots });
  return encodeSafetensors({ vectors, metadata: { format: stateFormat, state } });
}
