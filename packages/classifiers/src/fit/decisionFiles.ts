import type { ClassifierFiles } from '../classifier/classifier.js';
import { type Matrix, scaled, transpose } from '../matrix/matrix.js';
import { type LayerToWrite, writeNetworkFiles } from '../modelFiles/writeNetworkFiles.js';
import type { DecisionFunction, KernelDecisionFunction } from '../training/decisionFunction.js';

/** What a network needs besides the decision function. */
export interface DecisionFilesOptions {
  /** Shape of one example, without the first axis. */
  readonly inputShape: readonly number[];
  /** The examples that the decision function was fitted to; a linear one does not need them. */
  readonly x?: Matrix | undefined;
  /** Factor of the scores before the softmax. */
  readonly temperature: number;
}

/** A fitted decision function as a saved network, whose softmax gives the calibrated probabilities. */
export function decisionFiles(
  decision: DecisionFunction,
  { inputShape, x, temperature }: DecisionFilesOptions,
): ClassifierFiles {
  const isLinear = 'weights' in decision;
  const factors = isLinear ? decision.weights : decision.coefficients;
  const flatten: LayerToWrite = {
    className: 'Flatten',
    config: { name: 'flatten', batch_input_shape: [null, ...inputShape], dtype: 'float32' },
  };
  const kernel = transpose(scaled(factors, temperature));
  const bias = decision.bias.map((value) => value * temperature);
  return writeNetworkFiles([
    flatten,
    ...(isLinear ? [] : [similarityLayer(decision, x!)]),
    {
      className: 'Dense',
      config: { name: 'dense', units: bias.length, activation: 'softmax', use_bias: true },
      weights: {
        kernel: { shape: [kernel.nRows, kernel.nColumns], values: kernel.data },
        bias: { shape: [bias.length], values: bias },
      },
    },
  ]);
}

/** The layer that computes the similarity to each training example. */
function similarityLayer({ kernel }: KernelDecisionFunction, x: Matrix): LayerToWrite {
  const config = { name: 'similarity', units: x.nRows };
  const weights = { examples: { shape: [x.nRows, x.nColumns], values: x.data } };
  return kernel.name === 'rbf'
    ? { className: 'RbfSimilarity', config: { ...config, gamma: kernel.gamma }, weights }
    : { className: 'ArcCosineSimilarity', config, weights };
}
