import { activateEngine, type Engine } from '../engine/engine.js';
import { cnn1d } from '../network/cnn1d.js';
import type { Batch } from './batches.js';
import { createTrainer } from './createTrainer.js';

/** How an engine is measured. */
export interface MeasureEngineOptions {
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /**
   * No further step starts after this time, in milliseconds, above 0. At least two steps are made; the first is not
   * timed. WebAssembly needs about half a second until it is optimized.
   *
   * @default 1000
   */
  readonly budget?: number;
}

/** The same small task for all engines. */
const [nExamples, nFrames, nFeatures, nClasses] = [8, 100, 20, 8];

/**
 * Measures the speed of an engine: the fastest training step of a small convolutional network. The order of the engines
 * may differ for large networks.
 *
 * @returns milliseconds per step
 * @throws {SerError} `engine-unavailable` when the engine is not open
 */
export async function measureEngine(
  engine: Engine,
  { now, budget = 1000 }: MeasureEngineOptions,
): Promise<number> {
  activateEngine(engine);
  const convolutions = [{ filters: 16, kernelSize: 5, batchNormalization: true, dropout: 0.2 }];
  const model = cnn1d({ convolutions, inputShape: [nFrames, nFeatures], nClasses, seed: 1 });
  const trainer = await createTrainer(model, { engine, optimizer: { name: 'adam' }, seed: 1 });
  try {
    const batch = waves();
    const end = now() + budget;
    let fastest = Infinity;
    await trainer.step(batch, { epoch: 1, step: 0 });
    for (let step = 1; step === 1 || now() < end; step++) {
      const start = now();
      await trainer.step(batch, { epoch: 1, step });
      fastest = Math.min(fastest, now() - start);
    }
    return fastest;
  } finally {
    await trainer.dispose();
    model.dispose();
  }
}

function waves(): Batch {
  const data = Float32Array.from({ length: nExamples * nFrames * nFeatures }, (_, i) => Math.sin(i));
  const y = Int32Array.from({ length: nExamples }, (_, i) => i % nClasses);
  return { x: { data, shape: [nExamples, nFrames, nFeatures] }, y };
}
