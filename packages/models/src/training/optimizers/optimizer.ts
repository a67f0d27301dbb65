import type { OptimizerState } from '../state/trainingState.js';
import { adam } from './adam.js';
import { clipGradients } from './clipGradients.js';
import { learningRateOf, weightDecayOf } from './optimizerDefaults.js';
import type { OptimizerDescription } from './optimizerDescription.js';
import { rmsprop } from './rmsprop.js';
import { sgd } from './sgd.js';
import type { UpdateRule } from './updateRule.js';

/** Turns gradients into new weights: clips gradients, decays weights, and applies its update rule. */
export class Optimizer {
  readonly #description: OptimizerDescription;
  readonly #rule: UpdateRule;
  /** The slots of each weight; created at the first step. */
  #kept: readonly (readonly Float32Array[])[] | undefined;
  #nSteps: number;

  /** @param state the state to continue from */
  constructor(description: OptimizerDescription, state?: OptimizerState) {
    this.#description = description;
    this.#rule = ruleOf(description);
    this.#nSteps = state?.nSteps ?? 0;
    this.#kept = state && keptOf(state, this.#rule);
  }

  /**
   * Makes one step.
   *
   * @param weights are changed in place; the same list at every step
   * @param gradients one per weight
   * @param learningRate @default the learning rate of the description
   */
  step(
    weights: readonly Float32Array[],
    gradients: readonly Float32Array[],
    learningRate = learningRateOf(this.#description),
  ): void {
    const kept = (this.#kept ??= weights.map(({ length }) =>
      this.#rule.slots.map(() => new Float32Array(length)),
    ));
    const scalars = { learningRate, step: ++this.#nSteps };
    const decay = learningRate * weightDecayOf(this.#description);
    clipGradients(gradients, this.#description).forEach((gradient, i) => {
      if (decay > 0) shrink(weights[i]!, decay);
      this.#rule.update(weights[i]!, gradient, kept[i]!, scalars);
    });
  }

  /** A copy of the state. */
  get state(): OptimizerState {
    const ofSlot = (slot: number) => (this.#kept ?? []).map((slots) => slots[slot]!.slice());
    return {
      nSteps: this.#nSteps,
      slots: Object.fromEntries(this.#rule.slots.map((name, slot) => [name, ofSlot(slot)])),
    };
  }
}

/** Names of the slots of an optimizer. */
export function slotsOf(description: OptimizerDescription): readonly string[] {
  return ruleOf(description).slots;
}

function ruleOf({ name, momentum, nesterov }: OptimizerDescription): UpdateRule {
  switch (name) {
    case 'adam':
    case 'adamW':
      return adam;
    case 'sgd':
      return sgd({ momentum, nesterov });
    case 'rmsprop':
      return rmsprop({ momentum });
  }
}

function keptOf(
  { slots }: OptimizerState,
  rule: UpdateRule,
): readonly (readonly Float32Array[])[] | undefined {
  const nWeights = slots[rule.slots[0] ?? '']?.length;
  if (!nWeights) return undefined;
  return Array.from({ length: nWeights }, (_, i) => rule.slots.map((name) => slots[name]![i]!.slice()));
}

/** `weight · (1 - decay)`, which the optimizers of Keras apply before their step. */
function shrink(weight: Float32Array, decay: number): void {
  for (let i = 0; i < weight.length; i++) weight[i] = weight[i]! - weight[i]! * decay;
}
