import type { CellParts, RecurrentCell } from './recurrentCell.js';
import { stackSteps } from './timeSteps.js';

type Kept = 'update' | 'candidate' | 'reset' | 'resetHidden' | 'change' | 'previousHidden';
type Factor = 'update' | 'reset' | 'toCandidate' | 'toUpdate' | 'toReset';

/**
 * Gated recurrent unit with the gates in the order of Keras, z, r, h, and the reset before the product
 * (`reset_after: false`):
 * `g = tanh(x_h + (r h) U_h)`, `h' = z h + (1 - z) g`.
 *
 * @see https://arxiv.org/abs/1406.1078
 */
export function gruCell(parts: CellParts): RecurrentCell<Kept, Factor> {
  const { graph, units, recurrentKernel, activation, recurrentActivation } = parts;
  const blocks = graph.ints(2 * units, units);
  const [gateKernel, candidateKernel] = graph.ops('Split', [recurrentKernel, blocks], { axis: 1 }, 2);
  return {
    nStates: 1,

    step(body, projection, [previousHidden]) {
      const [gateInput, candidateInput] = body.ops('Split', [projection, blocks], { axis: 1 }, 2);
      const sum = body.op('Gemm', [previousHidden!, gateKernel!, gateInput!]);
      const gates = recurrentActivation.forward(body, sum);
      const [update, reset] = body.ops('Split', [gates], { axis: 1, num_outputs: 2 }, 2);
      const resetHidden = body.op('Mul', [reset!, previousHidden!]);
      const candidate = activation.forward(
        body,
        body.op('Gemm', [resetHidden, candidateKernel!, candidateInput!]),
      );
      const change = body.op('Sub', [previousHidden!, candidate]);
      const hidden = body.op('Add', [candidate, body.op('Mul', [update!, change])]);
      return {
        states: [hidden],
        kept: {
          update: update!,
          reset: reset!,
          candidate,
          resetHidden,
          change,
          previousHidden: previousHidden!,
        },
      };
    },

    factors({ update, reset, candidate, change, previousHidden }) {
      const rest = graph.op('Sub', [graph.scalar(1), update]);
      return {
        update,
        reset,
        toCandidate: activation.backward(graph, rest, candidate, candidate),
        toUpdate: recurrentActivation.backward(graph, change, update, update),
        toReset: recurrentActivation.backward(graph, previousHidden, reset, reset),
      };
    },

    stepBack(body, [hidden], { update, reset, toCandidate, toUpdate, toReset }) {
      const times = (a: string, b: string) => body.op('Mul', [a, b]);
      const candidate = times(hidden!, toCandidate);
      const resetHidden = body.op('Gemm', [candidate, candidateKernel!], { transB: 1 });
      const gates = body.op('Concat', [times(hidden!, toUpdate), times(resetHidden, toReset)], { axis: 1 });
      const direct = body.op('Add', [times(hidden!, update), times(resetHidden, reset)]);
      const previousHidden = body.op('Gemm', [gates, gateKernel!, direct], { transB: 1 });
      return {
        projection: body.op('Concat', [gates, candidate], { axis: 1 }),
        states: [previousHidden],
      };
    },

    recurrentGradient({ previousHidden, resetHidden }, projection) {
      const [gates, candidate] = graph.ops('Split', [projection, blocks], { axis: 2 }, 2);
      const product = (factor: string, gradient: string, width: number) =>
        graph.op('Gemm', [stackSteps(graph, factor, units), stackSteps(graph, gradient, width)], {
          transA: 1,
        });
      const parts = [product(previousHidden, gates!, 2 * units), product(resetHidden, candidate!, units)];
      return graph.op('Concat', parts, { axis: 1 });
    },
  };
}
