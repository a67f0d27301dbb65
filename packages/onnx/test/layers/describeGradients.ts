import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, it } from 'vitest';
import type { WeightNode } from '../../src/network/layerNode.js';
import { expectClose } from '../expectClose.js';
import type { LayerCase } from '../layerCases.js';
import { openTraining, type OpenTraining } from '../training.js';
import { expectCentralDifferences } from './centralDifferences.js';
import { layerExample, type LayerExample } from './layerExample.js';
import { tensorflowStep } from './tensorflowStep.js';

/** Large, so that the difference of two weights gives the gradient with full precision. */
const learningRate = 1024;

/**
 * Checks the gradients of a layer case against TensorFlow.js, central differences, and WebAssembly.
 *
 * @param nElements number of elements to check by central differences in each weight
 */
export function describeGradients(layerCase: LayerCase, nElements: number): void {
  describe(`${layerCase.layer}, ${layerCase.what}`, () => {
    let example: LayerExample;
    let training: OpenTraining;
    let native: StepResult;
    beforeAll(async () => {
      example = layerExample(layerCase);
      training = await openTraining(example.graph);
      native = await stepOf(example, training);
    });

    it.skipIf(layerCase.unlikeTensorFlow)('has the gradients and moving averages of TensorFlow.js', () => {
      const expected = tensorflowStep(example);
      expectClose(native.loss, [expected.loss], 1e-5);
      for (const [weight, value] of native.values) {
        expectClose(value, expected.values.get(weight.values)!, 2e-5);
      }
    });

    it('gives the same results in WebAssembly', async () => {
      const web = await stepOf(example, await openTraining(example.graph, 'web'));
      expectClose(web.loss, native.loss, 1e-5);
      // Twice the tolerance of each against TensorFlow.js.
      for (const [weight, values] of native.values) expectClose(web.values.get(weight)!, values, 4e-5);
    });

    it('has the gradients of central differences', async () => {
      await expectCentralDifferences(example, training, native.values, nElements);
    });
  });
}

interface StepResult {
  readonly loss: Float32Array;
  /** Gradients of the trainable weights and new values of the others. */
  readonly values: ReadonlyMap<WeightNode, Float32Array>;
}

async function stepOf({ graph, feeds }: LayerExample, training: OpenTraining): Promise<StepResult> {
  const outputs = await training.run({ ...feeds, learningRate });
  const values = new Map<WeightNode, Float32Array>();
  for (const { output, weight } of graph.weights) {
    const after = outputs[output]!;
    // Gradient descent subtracts the gradient times the learning rate from the weight.
    const gradient = weight.values.map((before, i) => (before - after[i]!) / learningRate);
    values.set(weight, weight.trainable ? gradient : after);
  }
  return { loss: outputs[graph.loss]!, values };
}
