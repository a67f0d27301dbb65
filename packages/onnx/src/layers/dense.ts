import type { Tensor } from '../graph/tensor.js';
import { activationOf } from './activations.js';
import { inLayoutOf } from './inLayoutOf.js';
import type { LayerDefinition } from './layerDefinition.js';

/** y = activation(x W + b) over the last axis; other axes are treated as rows. */
export const dense: LayerDefinition = {
  classNames: ['Dense'],
  build(layer, [input], scope) {
    const { graph } = scope;
    const [kernel, bias] = layer.weights;
    const weights = layer.weights.map((weight) => scope.weight(weight));
    const from = scope.channelsLast(input!);
    const manyRows = from.shape.length > 1;
    const rows = (tensor: Tensor) =>
      manyRows ? graph.op('Reshape', [tensor.name, graph.ints(-1, tensor.shape.at(-1)!)]) : tensor.name;
    const unfold = (name: string, shape: readonly number[]): Tensor => ({
      name: manyRows ? graph.op('Reshape', [name, graph.ints(-1, ...shape)]) : name,
      shape,
      channelsFirst: false,
    });

    const x = rows(from);
    const activate = activationOf(layer.config.activation, layer.name);
    const activated = activate(unfold(graph.op('Gemm', [x, ...weights]), layer.outputShape), scope);
    return {
      output: activated.output,
      backward(gradient) {
        const dz = rows(activated.backward(gradient));
        scope.addGradient(kernel!, graph.op('Gemm', [x, dz], { transA: 1 }));
        if (bias) scope.addGradient(bias, graph.op('ReduceSum', [dz, graph.ints(0)], { keepdims: 0 }));
        if (!scope.needsGradient(input!)) return [undefined];
        const dx = unfold(graph.op('Gemm', [dz, weights[0]!], { transB: 1 }), from.shape);
        return [inLayoutOf(input!, dx, scope)];
      },
    };
  },
};
