import * as tf from '@tensorflow/tfjs-core';
import type { EngineName } from '../src/engine/engine.js';
import { openEngine } from '../src/engine/openEngine.js';

/** Values of a tensor computed on an engine. */
export async function onEngine(name: EngineName, compute: () => tf.Tensor): Promise<Float32Array> {
  await openEngine(name);
  return tf.tidy(() => Float32Array.from(compute().dataSync()));
}

/** Largest difference of two arrays, relative to the largest expected value. */
export function relativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let difference = 0;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    difference = Math.max(difference, Math.abs(actual[i]! - expected[i]!));
    largest = Math.max(largest, Math.abs(expected[i]!));
  }
  return difference / largest;
}

/** A tensor of a smooth formula: the same on every machine, with no two values alike. */
export function wave(shape: readonly number[], amplitude = 1, phase = 0): tf.Tensor {
  return tf.tensor(waveValues(shape, amplitude, phase), [...shape]);
}

export function waveValues(shape: readonly number[], amplitude = 1, phase = 0): Float32Array {
  const size = shape.reduce((product, length) => product * length, 1);
  return Float32Array.from({ length: size }, (_, i) => amplitude * Math.sin(0.7 * i + phase));
}
