import type { OnnxRuntime, OnnxTensor } from '../engine/onnxRuntime.js';

/** A value that a training graph takes in and gives back changed, a weight say. */
export interface CarriedValue {
  readonly input: string;
  readonly output: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

type Tensors = Record<string, OnnxTensor>;

/**
 * Weights and optimizer state on their way from step to step, in tensors of ONNX Runtime.
 *
 * Where the runtime fills tensors that it is given, there are two of each, and a step reads the one and writes the
 * other: nothing is allocated or copied.
 */
export class CarriedValues {
  readonly #values: readonly CarriedValue[];
  #current: readonly OnnxTensor[];
  #spare: readonly OnnxTensor[] | undefined;

  /** @param values their `values` are copied */
  constructor({ library, fillsOutputs }: OnnxRuntime, values: readonly CarriedValue[]) {
    const tensors = (data: (value: CarriedValue) => Float32Array) =>
      values.map((value) => new library.Tensor('float32', data(value), value.shape));
    this.#values = values;
    this.#current = tensors(({ values }) => values.slice());
    if (fillsOutputs) this.#spare = tensors(({ values }) => new Float32Array(values.length));
  }

  /** What to feed to the next step, by the names of inputs. */
  get feeds(): Tensors {
    return Object.fromEntries(this.#values.map(({ input }, i) => [input, this.#current[i]!]));
  }

  /** What to fetch from the next step, by the names of outputs: `null` for a new tensor. */
  get fetches(): Record<string, OnnxTensor | null> {
    return Object.fromEntries(this.#values.map(({ output }, i) => [output, this.#spare?.[i] ?? null]));
  }

  /** Takes over what a step gave back. */
  advance(results: Readonly<Tensors>): void {
    const before = this.#current;
    this.#current = this.#spare ?? this.#values.map(({ output }) => results[output]!);
    if (this.#spare) this.#spare = before;
  }

  /** A copy of a value as it is now. @param i its place in the list */
  read(i: number): Float32Array {
    return (this.#current[i]!.data as Float32Array).slice();
  }

  /** Gives a value another content, which the next step takes in. @param i its place in the list */
  write(i: number, values: Float32Array): void {
    (this.#current[i]!.data as Float32Array).set(values);
  }
}
