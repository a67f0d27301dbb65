import { sizeOf, type Tensor, type Tensors } from '../../src/weights/tensor.js';

/** About normal: the sum of twelve uniform numbers less 6, by the generator of "Numerical Recipes". */
export function normalNumbers(seed: number, count: number, scale = 1): Float32Array {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Float32Array.from({ length: count }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform();
    return scale * sum;
  });
}

export const small = { bands: 8, width: 128, inner: 192, layers: 2 } as const;

/** Whisper's encoder with two heads, eight bands and random weights. */
export function randomWeights(): Tensors {
  const { bands, width, inner, layers } = small;
  const tensors = new Map<string, Tensor>();
  const add = (name: string, shape: readonly number[], scale: number, center = 0) => {
    const values = normalNumbers(tensors.size + 1, sizeOf(shape), scale).map((value) => center + value);
    tensors.set(name, { shape, values });
  };
  const affine = (name: string, shape: readonly [number, ...number[]]) => {
    add(`${name}/weight`, shape, 1.5 / Math.sqrt(sizeOf(shape) / shape[0]));
    add(`${name}/bias`, [shape[0]], 0.1);
  };
  const norm = (name: string) => {
    add(`${name}/gamma`, [width], 0.2, 1);
    add(`${name}/beta`, [width], 0.1);
  };
  affine('conv1', [width, bands, 3]);
  affine('conv2', [width, width, 3]);
  for (let i = 0; i < layers; i++) {
    norm(`layer_${i}/self_attention/layer_norm`);
    affine(`layer_${i}/self_attention/linear_0`, [3 * width, width]);
    affine(`layer_${i}/self_attention/linear_1`, [width, width]);
    norm(`layer_${i}/ffn/layer_norm`);
    affine(`layer_${i}/ffn/linear_0`, [inner, width]);
    affine(`layer_${i}/ffn/linear_1`, [width, inner]);
  }
  return tensors;
}
