import { OnnxError } from '../errors.js';
import type { GraphBuilder } from '../graph/graphBuilder.js';
import type { LayerNode } from '../network/layerNode.js';
import { castTo } from './castTo.js';
import type { LayerDefinition } from './layerDefinition.js';

/** What a kernel computes from, in double precision. */
export interface SimilarityInputs {
  readonly graph: GraphBuilder;
  /** The products of the rows and the examples, `[N, units]`. */
  readonly products: string;
  /** The sums of squares of the rows, `[N, 1]`. */
  readonly rowSquares: string;
  /** The sums of squares of the examples, `[1, units]`. */
  readonly exampleSquares: string;
  readonly nFeatures: number;
  readonly layer: LayerNode;
}

/**
 * A layer that compares its input with examples, its only weight `[units, nFeatures]`. Products and squares are doubles:
 * distances are small differences of large numbers. Only for prediction: the examples of a kernel are not trained.
 *
 * @param kernel emits the similarities, double `[N, units]`
 */
export function exampleSimilarity(
  className: string,
  kernel: (inputs: SimilarityInputs) => string,
): LayerDefinition {
  return {
    classNames: [className],
    build(layer, [input], scope) {
      if (scope.training) throw notTrainable(layer);
      const { graph } = scope;
      const rows = castTo('double', scope.channelsLast(input!).name, graph);
      const examples = castTo('double', scope.weight(layer.weights[0]!), graph);
      const columns = graph.op('Transpose', [examples], { perm: [1, 0] });
      const squares = (name: string, axis: number) =>
        graph.op('ReduceSum', [graph.op('Mul', [name, name]), graph.ints(axis)], { keepdims: 1 });
      const similarities = kernel({
        ...{ graph, layer, nFeatures: input!.shape.at(-1)! },
        products: graph.op('MatMul', [rows, columns]),
        rowSquares: squares(rows, 1),
        exampleSquares: squares(columns, 0),
      });
      const name = castTo('float', similarities, graph);
      return {
        output: { name, shape: layer.outputShape, channelsFirst: false },
        backward() {
          throw notTrainable(layer);
        },
      };
    },
  };
}

function notTrainable({ name, className }: LayerNode): OnnxError {
  return new OnnxError(
    'unsupported-option',
    `Layer "${name}" is a ${className}, which is supported for prediction only. Train the model with TensorFlow.js.`,
    { layer: name },
  );
}
