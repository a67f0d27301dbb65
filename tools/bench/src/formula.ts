import type { Examples } from '@ser/classifiers';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { formulaNumbers } from './formulaNumbers.js';

/** Sets all weights by the formula: kernels with the width of Glorot's uniform distribution, others near their usual initial values. */
export function setFormulaWeights(model: LayersModel): void {
  tf.tidy(() => {
    model.trainableWeights.forEach((weight, i) => {
      const shape = weight.shape as number[];
      weight.write(tf.tensor(formulaWeight(shape, weight.originalName, i + 1), shape));
    });
  });
}

function formulaWeight(shape: readonly number[], name: string, seed: number): Float32Array {
  const values = formulaNumbers(sizeOf(shape), seed);
  if (shape.length > 1) {
    const [nInputs, nOutputs] = shape.slice(-2) as [number, number];
    const width = Math.sqrt(6 / (sizeOf(shape.slice(0, -2)) * (nInputs + nOutputs)));
    return Float32Array.from(values, (value) => value * width);
  }
  const start = name.endsWith('gamma') ? 1 : 0;
  return Float32Array.from(values, (value) => 0.1 * value + start);
}

/** Input shape and number of classes of a network. */
export interface NetworkShape {
  readonly inputShape: readonly number[];
  readonly nClasses: number;
}

export function shapeOf(model: LayersModel): NetworkShape {
  const inputShape = model.inputs[0]!.shape.slice(1) as number[];
  return { inputShape, nClasses: model.outputs[0]!.shape.at(-1)! };
}

/** Examples with a deviation of about 1, and random classes, which a network can only memorize. */
export function formulaExamples(
  { inputShape, nClasses }: NetworkShape,
  n: number,
): { readonly x: Examples; readonly y: Int32Array } {
  const shape = [n, ...inputShape];
  const data = Float32Array.from(formulaNumbers(sizeOf(shape), 0), (value) => 1.7 * value);
  const y = Int32Array.from(formulaNumbers(n, 1000), (value) => Math.floor(((value + 1) / 2) * nClasses));
  return { x: { data, shape }, y };
}

/** The same batch repeated: enough for an epoch, without the memory that the formula needs. */
export function repeatedExamples(
  shape: NetworkShape,
  n: number,
  times: number,
): ReturnType<typeof formulaExamples> {
  const { x, y } = formulaExamples(shape, n);
  const data = new Float32Array(x.data.length * times);
  const classes = new Int32Array(n * times);
  for (let i = 0; i < times; i++) {
    data.set(x.data, i * x.data.length);
    classes.set(y, i * n);
  }
  return { x: { data, shape: [n * times, ...shape.inputShape] }, y: classes };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
