import { float } from '../graph/attributes.js';
import type { GraphBuilder } from '../graph/graphBuilder.js';
import { castTo } from './castTo.js';

/** A function of one element. It works for values of any shape and layout, also in a subgraph. */
export interface ElementwiseActivation {
  forward(graph: GraphBuilder, x: string): string;
  /** Whether `backward` reads `x`; if not, you may pass `''`. */
  readonly readsInput: boolean;
  /** The gradient of the input `x`, from that of the output `y = forward(x)`. */
  backward(graph: GraphBuilder, gradient: string, y: string, x: string): string;
}

/**
 * max(x, 0). The slope is 1 where the output is not 0. Casting the output to a Boolean and back takes ONNX Runtime
 * half the time of Sign, and Mul takes less than Where.
 */
export const rectifier: ElementwiseActivation = {
  readsInput: false,
  forward: (graph, x) => graph.op('Relu', [x]),
  backward(graph, gradient, y) {
    const slope = castTo('float', castTo('bool', y, graph), graph);
    return graph.op('Mul', [gradient, slope]);
  },
};

/** min(max(x, 0), maximum). */
export function cappedRectifier(maximum: number): ElementwiseActivation {
  return {
    readsInput: true,
    forward: (graph, x) => graph.op('Clip', [x, graph.scalar(0), graph.scalar(maximum)]),
    backward(graph, gradient, y, x) {
      // Only inside the bounds does clipping change nothing while the value is above 0.
      const inside = graph.op('And', [graph.op('Equal', [x, y]), graph.op('Greater', [y, graph.scalar(0)])]);
      return graph.op('Where', [inside, gradient, graph.scalar(0)]);
    },
  };
}

/** x above 0, slope · x below. */
export function leakyRectifier(slope: number): ElementwiseActivation {
  return {
    readsInput: true,
    forward: (graph, x) => graph.op('LeakyRelu', [x], { alpha: float(slope) }),
    backward(graph, gradient, _y, x) {
      const below = graph.op('Mul', [gradient, graph.scalar(slope)]);
      return whereAboveZero(graph, x, gradient, below);
    },
  };
}

/** x above 0, alpha · (eˣ - 1) below, where the slope is y + alpha. */
export function exponentialUnit(alpha: number): ElementwiseActivation {
  return {
    readsInput: true,
    forward: (graph, x) => graph.op('Elu', [x], { alpha: float(alpha) }),
    backward(graph, gradient, y, x) {
      const below = graph.op('Mul', [gradient, graph.op('Add', [y, graph.scalar(alpha)])]);
      return whereAboveZero(graph, x, gradient, below);
    },
  };
}

const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;

/** @see https://arxiv.org/abs/1706.02515 */
const selu: ElementwiseActivation = {
  readsInput: true,
  forward: (graph, x) => graph.op('Selu', [x], { alpha: float(seluAlpha), gamma: float(seluScale) }),
  backward(graph, gradient, y, x) {
    const above = graph.op('Mul', [gradient, graph.scalar(seluScale)]);
    const slopeBelow = graph.op('Add', [y, graph.scalar(seluScale * seluAlpha)]);
    return whereAboveZero(graph, x, above, graph.op('Mul', [gradient, slopeBelow]));
  },
};

const sigmoid: ElementwiseActivation = {
  readsInput: false,
  forward: (graph, x) => graph.op('Sigmoid', [x]),
  backward(graph, gradient, y) {
    const slope = graph.op('Mul', [y, graph.op('Sub', [graph.scalar(1), y])]);
    return graph.op('Mul', [gradient, slope]);
  },
};

/** 0.2 x + 0.5 between 0 and 1, as in Keras 2 and TensorFlow.js. */
const hardSigmoid: ElementwiseActivation = {
  readsInput: false,
  forward: (graph, x) => graph.op('HardSigmoid', [x], { alpha: float(0.2), beta: float(0.5) }),
  backward(graph, gradient, y) {
    // Between 0 and 1, y · (1 - y) is positive, so its sign is 1 where the slope is not 0.
    const inside = graph.op('Sign', [graph.op('Mul', [y, graph.op('Sub', [graph.scalar(1), y])])]);
    return graph.op('Mul', [gradient, graph.op('Mul', [inside, graph.scalar(0.2)])]);
  },
};

const tanh: ElementwiseActivation = {
  readsInput: false,
  forward: (graph, x) => graph.op('Tanh', [x]),
  backward(graph, gradient, y) {
    const slope = graph.op('Sub', [graph.scalar(1), graph.op('Mul', [y, y])]);
    return graph.op('Mul', [gradient, slope]);
  },
};

/** x · sigmoid(x), with the slope s + y · (1 - s). */
const swish: ElementwiseActivation = {
  readsInput: true,
  forward: (graph, x) => graph.op('Mul', [x, graph.op('Sigmoid', [x])]),
  backward(graph, gradient, y, x) {
    const s = graph.op('Sigmoid', [x]);
    const slope = graph.op('Add', [s, graph.op('Mul', [y, graph.op('Sub', [graph.scalar(1), s])])]);
    return graph.op('Mul', [gradient, slope]);
  },
};

const softplus: ElementwiseActivation = {
  readsInput: true,
  forward: (graph, x) => graph.op('Softplus', [x]),
  backward: (graph, gradient, _y, x) => graph.op('Mul', [gradient, graph.op('Sigmoid', [x])]),
};

/** x / (1 + |x|), with the slope (1 - |y|)². */
const softsign: ElementwiseActivation = {
  readsInput: false,
  forward: (graph, x) => graph.op('Softsign', [x]),
  backward(graph, gradient, y) {
    const rest = graph.op('Sub', [graph.scalar(1), graph.op('Abs', [y])]);
    return graph.op('Mul', [gradient, graph.op('Mul', [rest, rest])]);
  },
};

/**
 * x Φ(x), with the cumulative distribution function Φ of the normal distribution; its slope is Φ(x) + x φ(x).
 *
 * @see https://arxiv.org/abs/1606.08415
 */
const gelu: ElementwiseActivation = {
  readsInput: true,
  forward: (graph, x) => graph.op('Mul', [x, normalDistribution(graph, x)]),
  backward(graph, gradient, _y, x) {
    const half = graph.op('Mul', [graph.op('Mul', [x, x]), graph.scalar(-0.5)]);
    const density = graph.op('Mul', [graph.op('Exp', [half]), graph.scalar(1 / Math.sqrt(2 * Math.PI))]);
    const slope = graph.op('Add', [normalDistribution(graph, x), graph.op('Mul', [x, density])]);
    return graph.op('Mul', [gradient, slope]);
  },
};

function normalDistribution(graph: GraphBuilder, x: string): string {
  const erf = graph.op('Erf', [graph.op('Mul', [x, graph.scalar(Math.SQRT1_2)])]);
  return graph.op('Mul', [graph.op('Add', [erf, graph.scalar(1)]), graph.scalar(0.5)]);
}

function whereAboveZero(graph: GraphBuilder, x: string, above: string, below: string): string {
  return graph.op('Where', [graph.op('Greater', [x, graph.scalar(0)]), above, below]);
}

/** By their names in a model's JSON, without `linear` and `softmax`, which are not functions of one element. */
export const elementwiseActivations: Readonly<Record<string, ElementwiseActivation>> = {
  elu: exponentialUnit(1),
  gelu,
  hard_sigmoid: hardSigmoid,
  relu: rectifier,
  relu6: cappedRectifier(6),
  selu,
  sigmoid,
  softplus,
  softsign,
  swish,
  tanh,
};
