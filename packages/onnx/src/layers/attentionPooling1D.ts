import { softmaxOver } from './activations.js';
import { inLayoutOf } from './inLayoutOf.js';
import type { LayerDefinition } from './layerDefinition.js';

/**
 * Weighted mean over time, `[nSteps, nFeatures]` to `[nFeatures]`. The score of a step is its product with the
 * layer's only weight, a kernel `[nFeatures, 1]`; the weights are the softmax of the scores over time. There is no
 * bias, because it would not change the softmax.
 *
 * Keras has no such layer: it is a custom layer with the class name `AttentionPooling1D` and no options.
 *
 * @see https://doi.org/10.1109/ICASSP.2017.7952552 local attention, Mirsamadi et al. 2017
 */
export const attentionPooling1D: LayerDefinition = {
  classNames: ['AttentionPooling1D'],
  build(layer, [input], scope) {
    const { graph } = scope;
    const steps = scope.channelsLast(input!);
    const [nSteps, nFeatures] = steps.shape as [number, number];
    const kernel = layer.weights[0]!;
    const scores = graph.op('MatMul', [steps.name, scope.weight(kernel)]);
    const attention = softmaxOver(1)({ name: scores, shape: [nSteps, 1], channelsFirst: false }, scope);
    const weights = attention.output.name;
    const row = graph.op('Transpose', [weights], { perm: [0, 2, 1] });
    const mean = graph.op('Squeeze', [graph.op('MatMul', [row, steps.name]), graph.ints(1)]);
    return {
      output: { name: mean, shape: [nFeatures], channelsFirst: false },
      backward(gradient) {
        const column = graph.op('Unsqueeze', [gradient.name, graph.ints(2)]);
        const ofWeights = { ...attention.output, name: graph.op('MatMul', [steps.name, column]) };
        const ofScores = attention.backward(ofWeights).name;
        const rows = (value: string, width: number) => graph.op('Reshape', [value, graph.ints(-1, width)]);
        const product = [rows(steps.name, nFeatures), rows(ofScores, 1)];
        scope.addGradient(kernel, graph.op('Gemm', product, { transA: 1 }));
        if (!scope.needsGradient(input!)) return [undefined];
        const asMean = graph.op('MatMul', [weights, graph.op('Unsqueeze', [gradient.name, graph.ints(1)])]);
        const kernelRow = graph.op('Transpose', [scope.weight(kernel)], { perm: [1, 0] });
        const asScores = graph.op('MatMul', [ofScores, kernelRow]);
        const whole = { ...steps, name: graph.op('Add', [asMean, asScores]) };
        return [inLayoutOf(input!, whole, scope)];
      },
    };
  },
};
