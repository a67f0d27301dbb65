import type { OnnxRuntime, OnnxTensor } from '@ser/onnx/runtime';

/** A value that a training graph reads and returns changed, such as a weight. */
export interface CarriedValue {
  readonly input: string;
  readonly output: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

type Tensors = Record<string, OnnxTensor>;

/**
 * Weights and optimizer state between two steps, in tensors of ONNX Runtime.
 *
 * If the runtime writes into given tensors, there are two of each, and a step reads one and writes the other: nothing is
 * allocated or copied.
 */
export class CarriedValues {
  readonly #values: readonly CarriedValue[];
  #current: readonly OnnxTensor[];
  #spare: readonly OnnxTensor[] | undefined;

  /** @param values the initial values; they are copied */
  constructor({ library, fillsOutputs }: OnnxRuntime, values: readonly CarriedValue[]) {
    const tensors = (data: (value: CarriedValue) => Float32Array) =>
      values.map((value) => new library.Tensor('float32', data(value), value.shape));
    this.#values = values;
    this.#current = tensors(({ values }) => values.slice());
    if (fillsOutputs) this.#spare = tensors(({ values }) => new Float32Array(values.length));
  }

  /** The inputs of the next step, by name. */
  get feeds(): Tensors {
    return Object.fromEntries(this.#values.map(({ input }, i) => [input, this.#current[i]!]));
  }

  /** The outputs of the next step, by name; `null` for a new tensor. */
  get fetches(): Record<string, OnnxTensor | null> {
    return Object.fromEntries(this.#values.map(({ output }, i) => [output, this.#spare?.[i] ?? null]));
  }

  /** Takes over the results of a step. */
  advance(results: Readonly<Tensors>): void {
    const before = this.#current;
    this.#current = this.#spare ?? this.#values.map(({ output }) => results[output]!);
    if (this.#spare) this.#spare = before;
  }

  /** A copy of the current value. @param i its index in the list */
  read(i: number): Float32Array {
    return (this.#current[i]!.data as Float32Array).slice();
  }

  /** Replaces a value for the next step. @param i its index in the list */
  write(i: number, values: Float32Array): void {
    (this.#current[i]!.data as Float32Array).set(values);
  }
}
