import { shown } from '@ser/core';
import { OnnxError } from '../../errors.js';
import type { LayerNode } from '../../network/layerNode.js';
import { type ElementwiseActivation, elementwiseActivations } from '../elementwiseActivations.js';

/** The configuration of a recurrent layer. */
export interface RecurrentOptions {
  readonly units: number;
  readonly activation: ElementwiseActivation;
  readonly recurrentActivation: ElementwiseActivation;
  readonly returnSequences: boolean;
  readonly goBackwards: boolean;
}

/** Activations whose slope follows from their value, because the cells keep only the value. */
const cellActivations = ['elu', 'hard_sigmoid', 'relu', 'selu', 'sigmoid', 'softsign', 'tanh'];

/** Settings that would need memory between batches, or another cell. */
const unsupportedSettings = ['stateful', 'reset_after'];

/**
 * Reads the configuration of a recurrent layer.
 *
 * @throws {SerError} `unsupported-option` for settings that the graph cannot express; dropout inside the layer is
 * rejected only in training
 */
export function recurrentOptions(layer: LayerNode, training: boolean): RecurrentOptions {
  const { config } = layer;
  for (const option of unsupportedSettings) {
    if (config[option] === true) throw refused(layer, option, 'must be false');
  }
  for (const option of training ? ['dropout', 'recurrent_dropout'] : []) {
    if (config[option])
      throw refused(layer, option, 'must be 0 in training; use a Dropout layer before it instead');
  }
  if (layer.inputs.length > 1) throw refused(layer, 'initial_state', 'must not be given');
  return {
    units: Number(config.units),
    activation: activation(layer, 'activation'),
    recurrentActivation: activation(layer, 'recurrent_activation'),
    returnSequences: config.return_sequences === true,
    goBackwards: config.go_backwards === true,
  };
}

function activation(layer: LayerNode, option: string): ElementwiseActivation {
  const setting = layer.config[option];
  const name = setting === undefined ? 'tanh' : (setting ?? 'linear');
  if (typeof name === 'string' && cellActivations.includes(name)) return elementwiseActivations[name]!;
  throw refused(layer, option, `must be one of ${cellActivations.join(', ')}`);
}

function refused(layer: LayerNode, option: string, requirement: string): OnnxError {
  const value = layer.config[option];
  const found = value === undefined ? '' : `; got ${shown(value)}`;
  return new OnnxError(
    'unsupported-option',
    `\`${option}\` of the ${layer.className} layer "${layer.name}" ${requirement}${found}.`,
    { layer: layer.name },
  );
}
