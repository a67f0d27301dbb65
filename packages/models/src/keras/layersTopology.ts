import { ModelError } from '../errors.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The `config.json` of Keras 3 as a topology of TensorFlow.js: the same objects with fewer fields, and other names for some.
 *
 * @throws {SerError} `invalid-model-files` for a model that is not sequential, or an option that TensorFlow.js would ignore
 */
export function layersTopology(config: Uint8Array): Json {
  const model = parse(config);
  const { class_name: kind } = model;
  if (kind !== 'Sequential') {
    throw invalidConfig(
      `The model must be \`Sequential\`; got \`${String(kind)}\`. Build it yourself and use \`loadKerasWeights\`.`,
    );
  }
  return translated(model) as Json;
}

function parse(bytes: Uint8Array): Json {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof json === 'object' && json !== null) return json as Json;
  } catch (cause) {
    throw invalidConfig('The file is not JSON. Save the model in Keras again.', cause);
  }
  throw invalidConfig('The file must be an object. Save the model in Keras again.');
}

function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value !== 'object' || value === null) return value;
  const { class_name: kind, config } = value as Json;
  if (typeof kind === 'string' && typeof config === 'object') {
    return { class_name: kind, config: translatedConfig(config as Json, kind) };
  }
  return translatedConfig(value as Json, '');
}

function translatedConfig(config: Json, kind: string): Json {
  const { groups = 1 } = config;
  if (groups !== 1) {
    throw invalidConfig(
      `A \`${kind}\` has ${String(groups)} groups, which TensorFlow.js does not have. Use 1 group.`,
    );
  }
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      if (name === 'batch_shape') return ['batch_input_shape', value];
      if (name === 'dtype') return [name, 'float32'];
      if (name.endsWith('regularizer')) return [name, null];
      if (name.endsWith('initializer')) return [name, { class_name: 'Zeros', config: {} }]; // the weights follow
      return [name, translated(value)];
    }),
  );
}

function invalidConfig(what: string, cause?: unknown): ModelError {
  return new ModelError('invalid-model-files', `\`config.json\` of the \`.keras\` file: ${what}`, {
    file: 'config.json',
    cause,
  });
}
