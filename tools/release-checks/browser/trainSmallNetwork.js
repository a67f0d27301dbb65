import { createClassifier, openEngine } from '@ser/models';

/**
 * Trains a small convolutional network with dropout for ten epochs of two steps by the ONNX training graph in
 * WebAssembly, and predicts: the same in a browser and in Node.
 */
export async function trainSmallNetwork() {
  const engine = await openEngine('onnx-web', { threads: 1 });
  const [nExamples, nFrames, nFeatures, nClasses] = [32, 20, 4, 3];
  const x = {
    data: Float32Array.from(
      { length: nExamples * nFrames * nFeatures },
      (_, i) => ((i * 7919) % 101) / 50 - 1,
    ),
    shape: [nExamples, nFrames, nFeatures],
  };
  const y = Int32Array.from({ length: nExamples }, (_, i) => i % nClasses);
  const convolutions = [
    { filters: 8, kernelSize: 5, batchNormalization: true, dropout: 0.2 },
    { filters: 8, kernelSize: 3, batchNormalization: true },
  ];
  const shape = { inputShape: [nFrames, nFeatures], nClasses, seed: 1 };
  const classifier = createClassifier({ kind: 'cnn1d', convolutions, dense: [8] }, { engine, ...shape });
  const warnings = [];
  const options = { seed: 1, epochs: 10, batchSize: 16, onWarning: ({ message }) => warnings.push(message) };
  const history = await classifier.fit(x, y, options);
  const probabilities = await classifier.predictProbabilities(x);
  return {
    engine: engine.description,
    warnings,
    losses: history.map(({ loss }) => loss),
    probabilities: [...probabilities],
  };
}
