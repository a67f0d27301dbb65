import type { ClassifierFiles } from '../../src/classifier/classifier.js';

/** A layer of a network to save. */
export interface LayerToSave {
  readonly className: string;
  readonly config?: Readonly<Record<string, unknown>>;
  /** Weights by name, in the order in which TensorFlow.js saves them. */
  readonly weights?: Readonly<Record<string, WeightToSave>>;
}

export interface WeightToSave {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Files of a sequential network, as TensorFlow.js writes them; layers are named `layer0`, `layer1`, … */
export function savedNetwork(inputShape: readonly number[], layers: readonly LayerToSave[]): ClassifierFiles {
  const weights = layers.flatMap(({ weights = {} }, i) =>
    Object.entries(weights).map(([name, weight]) => ({ name: `layer${i}/${name}`, ...weight })),
  );
  const json = {
    modelTopology: {
      class_name: 'Sequential',
      config: {
        name: 'sequential',
        layers: layers.map(({ className, config }, i) => ({
          class_name: className,
          config: {
            name: `layer${i}`,
            ...(i === 0 && { batch_input_shape: [null, ...inputShape] }),
            ...config,
          },
        })),
      },
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  const values = Float32Array.from(weights.flatMap((weight) => weight.values));
  return {
    'model.json': new TextEncoder().encode(JSON.stringify(json)),
    'weights.bin': new Uint8Array(values.buffer),
  };
}

/** `model.json` with some of it changed. */
export function withJson(files: ClassifierFiles, change: (json: ModelJson) => void): ClassifierFiles {
  const json = JSON.parse(new TextDecoder().decode(files['model.json'])) as ModelJson;
  change(json);
  return { ...files, 'model.json': new TextEncoder().encode(JSON.stringify(json)) };
}

/** The parts of `model.json` that tests change. */
export interface ModelJson {
  modelTopology: {
    class_name: string;
    config: { layers: { class_name: string; config: Record<string, unknown> }[] };
  };
  weightsManifest: {
    paths: string[];
    weights: { name: string; shape: number[]; dtype: string; quantization?: Record<string, unknown> }[];
  }[];
}

/** A dense layer from two features to two classes. */
export function denseToTwo(activation: string): LayerToSave {
  return {
    className: 'Dense',
    config: { units: 2, activation, use_bias: true },
    weights: { kernel: { shape: [2, 2], values: [1, 2, 3, 4] }, bias: { shape: [2], values: [0.5, -0.5] } },
  };
}
