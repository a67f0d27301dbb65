import type { ClassifierFiles } from '../classifier/classifier.js';
import type { Weight } from './decodeWeights.js';
import { networkFiles } from './networkFiles.js';

/** A layer to save. */
export interface LayerToWrite {
  /** Class of TensorFlow.js, such as `Dense`. */
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>> & { readonly name: string };
  /** Weights by name, in the order in which TensorFlow.js saves them. */
  readonly weights?: Readonly<Record<string, Weight>>;
}

/**
 * The files of a sequential network in the TensorFlow.js layers format.
 *
 * @see https://www.tensorflow.org/js/guide/save_load
 */
export function writeNetworkFiles(layers: readonly LayerToWrite[]): ClassifierFiles {
  const weights = layers.flatMap(({ config, weights = {} }) =>
    Object.entries(weights).map(([name, weight]) => ({ name: `${config.name}/${name}`, ...weight })),
  );
  const json = {
    modelTopology: {
      class_name: 'Sequential',
      config: {
        name: 'sequential',
        layers: layers.map(({ className, config }) => ({ class_name: className, config })),
      },
    },
    format: 'layers-model',
    generatedBy: '@ser/classifiers',
    convertedBy: null,
    weightsManifest: [
      {
        paths: [networkFiles.weights],
        weights: weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  return {
    [networkFiles.topology]: new TextEncoder().encode(JSON.stringify(json)),
    [networkFiles.weights]: bytesOf(weights.map(({ values }) => values)),
  };
}

function bytesOf(arrays: readonly Float32Array[]): Uint8Array {
  const values = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const array of arrays) {
    values.set(array, offset);
    offset += array.length;
  }
  return new Uint8Array(values.buffer);
}
