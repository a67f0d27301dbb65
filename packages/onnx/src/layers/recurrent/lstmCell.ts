import type { CellParts, RecurrentCell } from './recurrentCell.js';
import { stackSteps } from './timeSteps.js';

type Kept = 'input' | 'forget' | 'candidate' | 'output' | 'squashed' | 'previousCell' | 'previousHidden';
type Factor = 'hiddenToCell' | 'forget' | 'gates';

/**
 * Long short-term memory with the gates in the order of Keras, i, f, c, o:
 * `c' = f c + i g`, `h' = o tanh(c')`, where `g` is the candidate.
 *
 * @see https://doi.org/10.1162/neco.1997.9.8.1735
 */
export function lstmCell(parts: CellParts): RecurrentCell<Kept, Factor> {
  const { graph, units, recurrentKernel, activation, recurrentActivation } = parts;
  return {
    nStates: 2,

    step(body, projection, [previousHidden, previousCell]) {
      const sum = body.op('Gemm', [previousHidden!, recurrentKernel, projection]);
      const [i, f, c, o] = body.ops('Split', [sum], { axis: 1, num_outputs: 4 }, 4);
      const input = recurrentActivation.forward(body, i!);
      const forget = recurrentActivation.forward(body, f!);
      const candidate = activation.forward(body, c!);
      const output = recurrentActivation.forward(body, o!);
      const remembered = body.op('Mul', [forget, previousCell!]);
      const cell = body.op('Add', [remembered, body.op('Mul', [input, candidate])]);
      const squashed = activation.forward(body, cell);
      const hidden = body.op('Mul', [output, squashed]);
      const previous = { previousCell: previousCell!, previousHidden: previousHidden! };
      return {
        states: [hidden, cell],
        kept: { input, forget, candidate, output, squashed, ...previous },
      };
    },

    factors({ input, forget, candidate, output, squashed, previousCell }) {
      const gates = [
        recurrentActivation.backward(graph, candidate, input, input),
        recurrentActivation.backward(graph, previousCell, forget, forget),
        activation.backward(graph, input, candidate, candidate),
        recurrentActivation.backward(graph, squashed, output, output),
      ];
      return {
        hiddenToCell: activation.backward(graph, output, squashed, squashed),
        forget,
        gates: graph.op('Concat', gates, { axis: 2 }),
      };
    },

    stepBack(body, [hidden, cell], { hiddenToCell, forget, gates }) {
      const wholeCell = body.op('Add', [body.op('Mul', [hidden!, hiddenToCell]), cell!]);
      const spread = body.op('Concat', [wholeCell, wholeCell, wholeCell, hidden!], { axis: 1 });
      const projection = body.op('Mul', [spread, gates]);
      const previousHidden = body.op('Gemm', [projection, recurrentKernel], { transB: 1 });
      return { projection, states: [previousHidden, body.op('Mul', [wholeCell, forget])] };
    },

    recurrentGradient({ previousHidden }, projection) {
      const hidden = stackSteps(graph, previousHidden, units);
      return graph.op('Gemm', [hidden, stackSteps(graph, projection, 4 * units)], { transA: 1 });
    },
  };
}
