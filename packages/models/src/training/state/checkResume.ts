import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../../errors.js';
import { slotsOf } from '../optimizers/optimizer.js';
import type { OptimizerDescription } from '../optimizers/optimizerDescription.js';
import type { TrainingSetup, TrainingState, WeightValues } from './trainingState.js';

/** The training that continues. */
export interface ResumedTraining {
  readonly setup: TrainingSetup;
  readonly epochs: number;
  readonly optimizer: OptimizerDescription;
}

/** @throws {SerError} `invalid-option` when the state is of another training */
export function checkResume(state: TrainingState, model: LayersModel, training: ResumedTraining): void {
  for (const [option, value] of Object.entries(training.setup)) {
    const before = state.setup[option as keyof TrainingSetup];
    if (before !== value) throw mismatch(`\`${option}\` was ${before} and is ${value}`);
  }
  if (state.epoch > training.epochs) {
    throw mismatch(`it has ${state.epoch} epochs, and \`epochs\` is ${training.epochs}`);
  }
  checkWeights(state.weights, model);
  if (state.bestWeights) checkWeights(state.bestWeights, model);
  checkSlots(state, model, slotsOf(training.optimizer));
}

function checkWeights(weights: WeightValues, model: LayersModel): void {
  if (!haveSizes(weights, model.weights)) throw mismatch('its weights do not fit the model');
}

function checkSlots({ optimizer }: TrainingState, model: LayersModel, names: readonly string[]): void {
  const found = Object.keys(optimizer.slots);
  if (found.length !== names.length || !names.every((name) => found.includes(name))) {
    throw mismatch(`its optimizer has the slots [${found.join(', ')}]; this one has [${names.join(', ')}]`);
  }
  const fit = Object.values(optimizer.slots).every((slot) => haveSizes(slot, model.trainableWeights));
  if (!fit) throw mismatch('the slots of its optimizer do not fit the model');
}

function haveSizes(
  values: readonly Float32Array[],
  weights: readonly { readonly shape: readonly (number | null)[] }[],
): boolean {
  const sizes = weights.map(({ shape }) => shape.reduce<number>((size, length) => size * (length ?? NaN), 1));
  return values.length === sizes.length && values.every(({ length }, i) => length === sizes[i]);
}

function mismatch(what: string): ModelError {
  return new ModelError(
    'invalid-option',
    `\`resume\` is the state of another training: ${what}. Pass the model, examples, and options that it started with, ` +
      'or remove `resume`.',
  );
}
