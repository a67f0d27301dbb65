import type { CellParts, RecurrentCell } from './recurrentCell.js';
import { stackSteps } from './timeSteps.js';

type Kept = 'hidden' | 'previousHidden';
type Factor = 'slope';

/** Elman's cell: `h' = tanh(x + h U)`. */
export function simpleRnnCell(parts: CellParts): RecurrentCell<Kept, Factor> {
  const { graph, units, recurrentKernel, activation } = parts;
  return {
    nStates: 1,

    step(body, projection, [previousHidden]) {
      const hidden = activation.forward(
        body,
        body.op('Gemm', [previousHidden!, recurrentKernel, projection]),
      );
      return { states: [hidden], kept: { hidden, previousHidden: previousHidden! } };
    },

    factors({ hidden }) {
      return { slope: activation.backward(graph, graph.scalar(1), hidden, hidden) };
    },

    stepBack(body, [hidden], { slope }) {
      const projection = body.op('Mul', [hidden!, slope]);
      return { projection, states: [body.op('Gemm', [projection, recurrentKernel], { transB: 1 })] };
    },

    recurrentGradient({ previousHidden }, projection) {
      const hidden = stackSteps(graph, previousHidden, units);
      return graph.op('Gemm', [hidden, stackSteps(graph, projection, units)], { transA: 1 });
    },
  };
}
