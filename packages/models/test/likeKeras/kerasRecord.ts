import { readFileSync } from 'node:fs';
import type { Examples } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { NetworkDescription } from '../../src/network/networkDescription.js';

/** Results of Keras, recorded by `reference/goldens/networks.py`. */
export interface KerasRecord {
  readonly keras: string;
  readonly nExamples: number;
  /** Number of classes of `training` and `files`. */
  readonly nClasses: number;
  readonly batchSize: number;
  readonly sizes: readonly (KerasNetwork & { readonly nClasses: number; readonly countParams: number })[];
  readonly training: readonly KerasTraining[];
  readonly files: readonly (KerasNetwork & {
    readonly file: string;
    readonly predictions: readonly number[];
  })[];
}

interface KerasNetwork {
  readonly inputShape: readonly number[];
  readonly network: NetworkDescription;
}

export interface KerasTraining extends KerasNetwork {
  readonly name: string;
  readonly countParams: number;
  /** Base64 of 32-bit floats, layer after layer. */
  readonly initialWeights: string;
  readonly runs: readonly {
    readonly optimizer: { readonly name: 'adam' | 'sgd'; readonly learningRate: number };
    readonly losses: readonly number[];
    readonly predictions: readonly number[];
  }[];
}

const folder = new URL('../goldens/', import.meta.url);

export const kerasRecord = JSON.parse(readFileSync(new URL('networks.json', folder), 'utf8')) as KerasRecord;

/** A file with weights that Keras wrote. */
export function kerasFile(name: string): Uint8Array {
  return readFileSync(new URL(`weights/${name}`, folder));
}

/** The examples of the record: aperiodic values between -1 and 1, and a class for each example. */
export function kerasExamples(inputShape: readonly number[]): {
  readonly x: Examples;
  readonly y: Int32Array;
} {
  const shape = [kerasRecord.nExamples, ...inputShape];
  const data = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(0.37 * i ** 2));
  const y = Int32Array.from({ length: kerasRecord.nExamples }, (_, i) => (i * 7) % kerasRecord.nClasses);
  return { x: { data, shape }, y };
}

/** Sets the weights of a model to the recorded ones. */
export function setKerasWeights(model: LayersModel, { initialWeights }: KerasTraining): void {
  const bytes = Uint8Array.from(Buffer.from(initialWeights, 'base64'));
  const values = new Float32Array(bytes.buffer);
  let start = 0;
  tf.tidy(() => {
    for (const weight of model.layers.flatMap((layer) => layer.weights)) {
      const shape = weight.shape as number[];
      const end = start + tf.util.sizeFromShape(shape);
      weight.write(tf.tensor(values.slice(start, end), shape));
      start = end;
    }
  });
}
