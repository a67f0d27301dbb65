/** Applies a function to the outputs of one row, in place. */
export type Activation = (row: Float64Array) => void;

/** The activation functions, by their names in TensorFlow.js. */
const activations = {
  linear: () => {},
  relu: each((x) => Math.max(0, x)),
  relu6: each((x) => Math.min(6, Math.max(0, x))),
  elu: each((x) => (x > 0 ? x : Math.expm1(x))),
  selu: each((x) => seluScale * (x > 0 ? x : seluAlpha * Math.expm1(x))),
  sigmoid: each(sigmoid),
  hardSigmoid: each((x) => Math.min(1, Math.max(0, 0.2 * x + 0.5))),
  tanh: each(Math.tanh),
  softplus: each((x) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)))),
  softsign: each((x) => x / (1 + Math.abs(x))),
  swish: each((x) => x * sigmoid(x)),
  softmax,
} satisfies Readonly<Record<string, Activation>>;

/** @see Klambauer et al., 2017, https://arxiv.org/abs/1706.02515 */
const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;

/**
 * @param name as `model.json` has it: `hard_sigmoid` or `hardSigmoid`
 * @returns `undefined` for an unknown one
 */
export function activationOf(name: unknown = 'linear'): Activation | undefined {
  if (typeof name !== 'string') return undefined;
  const key = name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(activations, key) ? activations[key as keyof typeof activations] : undefined;
}

function each(f: (x: number) => number): Activation {
  return (row) => {
    for (let i = 0; i < row.length; i++) row[i] = f(row[i]!);
  };
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function softmax(row: Float64Array): void {
  const highest = row.reduce((greater, value) => Math.max(greater, value), -Infinity);
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i] = Math.exp(row[i]! - highest);
  for (let i = 0; i < row.length; i++) row[i]! /= sum;
}
