import { OnnxError } from '../errors.js';
import type { Tensor } from '../graph/tensor.js';
import type { LayerNode } from '../network/layerNode.js';
import { innerLayer } from './innerLayer.js';
import type { LayerDefinition, LayerOutput } from './layerDefinition.js';
import { type MergeMode, mergeModes } from './recurrent/mergeModes.js';
import { recurrentLayers } from './recurrent/recurrentLayers.js';
import type { RecurrentBuild } from './recurrent/recurrentLayer.js';
import { recurrentOptions } from './recurrent/recurrentOptions.js';
import { reversedInTime } from './recurrent/reversedInTime.js';
import type { Scope } from './scope.js';

/** Two copies of a recurrent layer, one that runs forward in time and one backward, with their outputs merged. */
export const bidirectional: LayerDefinition = {
  classNames: ['Bidirectional'],
  build(layer, [input], scope) {
    const inner = innerLayer(layer);
    const [build, merge] = [recurrentBuildOf(layer, inner), mergeModeOf(layer)];
    const options = recurrentOptions(inner, scope.training);
    const outputShape = [...layer.outputShape.slice(0, -1), options.units];
    const half = layer.weights.length / 2;
    const runs = [options.goBackwards, !options.goBackwards].map((goBackwards, i) => {
      const weights = layer.weights.slice(i * half, (i + 1) * half);
      return build({ ...inner, weights, outputShape }, input!, scope, { ...options, goBackwards });
    });
    const built = merged(layer, runs as [LayerOutput, LayerOutput], merge, scope);
    return options.returnSequences && options.goBackwards ? reversedInTime(built, scope) : built;
  },
};

function merged(
  layer: LayerNode,
  [first, second]: readonly [LayerOutput, LayerOutput],
  merge: MergeMode,
  scope: Scope,
): LayerOutput {
  const { graph } = scope;
  const [a, b] = [first.output.name, second.output.name];
  return {
    output: { name: merge.forward(graph, a, b), shape: layer.outputShape, channelsFirst: false },
    backward(gradient) {
      const [da, db] = merge.backward(graph, gradient.name, a, b);
      const [dx] = first.backward({ ...first.output, name: da });
      const [dy] = second.backward({ ...second.output, name: db });
      return [dx && dy && sum(dx, dy, scope)];
    },
  };
}

function sum(a: Tensor, b: Tensor, { graph }: Scope): Tensor {
  return { ...a, name: graph.op('Add', [a.name, b.name]) };
}

function recurrentBuildOf(layer: LayerNode, inner: LayerNode): RecurrentBuild {
  const build = recurrentLayers[inner.className];
  if (build) return build;
  throw refused(layer, `contains a ${inner.className}`, Object.keys(recurrentLayers));
}

function mergeModeOf(layer: LayerNode): MergeMode {
  const { merge_mode: name = 'concat' } = layer.config;
  const mode = Object.hasOwn(mergeModes, String(name)) ? mergeModes[String(name)] : undefined;
  if (mode) return mode;
  throw refused(layer, `has the \`mergeMode\` ${JSON.stringify(name)}`, Object.keys(mergeModes));
}

function refused(layer: LayerNode, what: string, supported: readonly string[]): OnnxError {
  return new OnnxError(
    'unsupported-option',
    `Bidirectional layer "${layer.name}" ${what}, which is not supported. Supported: ${supported.join(', ')}.`,
    { layer: layer.name },
  );
}
