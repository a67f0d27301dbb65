import { describe, expect, it, vi } from 'vitest';
import type { EngineName } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { buildNetwork } from '../../src/network/buildNetwork.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { batchesOf } from '../../src/training/batches.js';
import { createTrainer } from '../../src/training/createTrainer.js';
import { relativeDifference } from '../onEngine.js';
import { kerasExamples, kerasRecord, setKerasWeights } from './kerasRecord.js';

const { keras, training, nExamples, nClasses, batchSize } = kerasRecord;

/**
 * Compares 20 steps from the weights of Keras, without dropout. The largest difference of the losses is 4e-6, and Keras
 * in float32 differs from itself in float64 by 2e-6; that of the predictions is 6e-5 with the deep network after Adam, and
 * 3e-6 otherwise.
 */
export function networkTests(engine: EngineName, rules: readonly ('adam' | 'sgd')[]): void {
  describe(`20 steps on ${engine} equal those of Keras ${keras}`, () => {
    it.each(runsOf(rules))('$name, $rule', async ({ recorded, run }) => {
      const opened = await openEngine(engine, { threads: 1 });
      const { inputShape, network } = recorded;
      const model = buildNetwork(network, { inputShape, nClasses, seed: 1 });
      expect(model.countParams()).toBe(recorded.countParams);
      setKerasWeights(model, recorded);

      const onWarning = vi.fn();
      const { optimizer } = run;
      const trainer = await createTrainer(model, { engine: opened, optimizer, seed: 1, onWarning });
      expect(onWarning).not.toHaveBeenCalled();
      const { x, y } = kerasExamples(inputShape);
      const order = Int32Array.from({ length: run.losses.length * batchSize }, (_, i) => i % nExamples);
      const losses: number[] = [];
      for (const batch of batchesOf(x, y, order, batchSize)) {
        losses.push((await trainer.step(batch, { epoch: 1, step: losses.length })).loss);
      }
      await trainer.writeBack();
      await trainer.dispose();
      expect(relativeDifference(losses, run.losses)).toBeLessThan(1e-5);

      const predictions = await predictNetwork(model, x, { engine: opened });
      expect(relativeDifference(predictions, run.predictions)).toBeLessThan(1e-4);
      model.dispose();
    });
  });
}

function runsOf(rules: readonly string[]) {
  return training.flatMap((recorded) =>
    recorded.runs
      .filter(({ optimizer }) => rules.includes(optimizer.name))
      .map((run) => ({ recorded, run, name: recorded.name, rule: run.optimizer.name })),
  );
}
