import { ClassifierError } from '../errors.js';
import { invalidFile } from '../modelFiles/invalidFile.js';
import { networkFiles } from '../modelFiles/networkFiles.js';

/** A layer as `model.json` describes it. */
export interface SavedLayer {
  /** Such as `Dense`. */
  readonly className: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/**
 * The layers of a sequential network.
 *
 * @param topology `modelTopology` of `model.json`, written by TensorFlow.js or by its converter from Keras
 * @throws {SerError} `unsupported-network` for a network that is not sequential; `invalid-model-files`
 */
export function savedLayers(topology: Readonly<Record<string, unknown>>): readonly SavedLayer[] {
  const model = recordOf(topology['model_config'] ?? topology, 'a network');
  if (model['class_name'] !== 'Sequential') {
    throw new ClassifierError(
      'unsupported-network',
      `Without TensorFlow.js, a network must be Sequential; got ${String(model['class_name'])}. ` +
        'Load it with `loadClassifier` of `@ser/models`.',
    );
  }
  const { config } = model;
  const list: unknown = Array.isArray(config) ? config : recordOf(config, 'a network')['layers'];
  if (!Array.isArray(list)) throw malformed('a network');
  return list.map(savedLayer);
}

/** The error of a layer that only TensorFlow.js computes. */
export function unsupported({ className, name }: SavedLayer, detail = ''): ClassifierError {
  return new ClassifierError(
    'unsupported-network',
    `Without TensorFlow.js, the layer \`${name}\` (${className}${detail}) is not supported. ` +
      'Load the network with `loadClassifier` of `@ser/models`.',
    { layer: name },
  );
}

function savedLayer(value: unknown): SavedLayer {
  const { class_name: className, config: saved } = recordOf(value, 'a layer');
  const config = recordOf(saved, 'a layer');
  const { name } = config;
  if (typeof className !== 'string' || typeof name !== 'string') throw malformed('a layer');
  return { className, name, config };
}

function recordOf(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  throw malformed(what);
}

function malformed(what: string): ClassifierError {
  const file = networkFiles.topology;
  return invalidFile(
    file,
    `\`${file}\` has ${what} without a class name, a name, or a configuration. Save the model again.`,
  );
}
