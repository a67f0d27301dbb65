import { OnnxError } from '../errors.js';
import type { LayersModelLike } from './layersModelLike.js';

/** A layer in a model's JSON; a nested model is a layer too. */
export interface LayerJson {
  readonly class_name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Name within a functional model. */
  readonly name?: string;
  /** For each use of the layer, the outputs that are its inputs. */
  readonly inbound_nodes?: readonly (readonly OutputReference[])[];
}

/** `[layer, index of its use, index of the output, arguments]`. */
export type OutputReference = readonly [string, number, number, ...unknown[]];

export interface SequentialConfig {
  readonly layers: readonly LayerJson[];
}

export interface FunctionalConfig extends SequentialConfig {
  readonly input_layers: readonly OutputReference[];
  readonly output_layers: readonly OutputReference[];
}

export function isSequential(json: LayerJson): boolean {
  return json.class_name === 'Sequential';
}

export function isFunctional(json: LayerJson): boolean {
  return json.class_name === 'Model' || json.class_name === 'Functional';
}

/**
 * The JSON of a model's topology.
 *
 * @throws {SerError} `unsupported-model` for anything except a sequential or functional model
 */
export function modelJson(model: LayersModelLike): LayerJson {
  const raw = model.toJSON(undefined, false);
  const json: unknown = typeof raw === 'string' ? JSON.parse(raw) : raw;
  const topology = json as LayerJson;
  if (!isSequential(topology) && !isFunctional(topology)) {
    const found = String(topology?.class_name);
    throw new OnnxError(
      'unsupported-model',
      `The model must be a sequential or functional model; got "${found}". Build it with tf.sequential or tf.model.`,
    );
  }
  return topology;
}

/** The layers and connections of a functional model. */
export function functionalConfig(json: LayerJson): FunctionalConfig {
  return json.config as unknown as FunctionalConfig;
}

/** The layers of a sequential model; old files store them without a wrapping object. */
export function sequentialLayers(json: LayerJson): readonly LayerJson[] {
  const config = json.config as unknown as SequentialConfig | readonly LayerJson[];
  return 'layers' in config ? config.layers : config;
}
