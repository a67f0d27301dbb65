import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { toTrainingGraph } from '../../src/toTrainingGraph.js';
import type { TrainingGraphOptions } from '../../src/training/trainingOptions.js';
import type { Feed } from '../session.js';
import { openTraining } from '../training.js';
import { indices, nInputs, nOutputs, oneHot, oneLayer, plain, x, yesAndNo } from './lossReference.js';

describe('accuracy', () => {
  it.each<[TrainingGraphOptions['loss'], 'softmax' | 'sigmoid', Feed]>([
    ['categoricalCrossentropy', 'softmax', oneHot],
    ['sparseCategoricalCrossentropy', 'softmax', indices],
    ['binaryCrossentropy', 'sigmoid', yesAndNo],
  ])('of %s is the share of correct predictions', async (loss, activation, y) => {
    const graph = toTrainingGraph(oneLayer({ activation }), { ...plain, loss, metrics: ['accuracy'] });
    const training = await openTraining(graph);
    training.set(graph.weights[0]!.input, new Float32Array(nInputs * nOutputs));
    training.set(graph.weights[1]!.input, Float32Array.of(-1, 2, -1, -1));
    const { accuracy } = await training.run({ x, y });
    // It always predicts class 1, which is correct for two of five; the binary loss has one decision per output.
    const expected = loss === 'binaryCrossentropy' ? binaryShare() : 2 / 5;
    expect(accuracy![0]).toBeCloseTo(expected, 6);
  });
});

/** Share of `yesAndNo` that equals "no, yes, no, no". */
function binaryShare(): number {
  const right = Array.from(yesAndNo.data).filter((value, at) => value === (at % nOutputs === 1 ? 1 : 0));
  return right.length / yesAndNo.data.length;
}
