import type { EpochRecord } from '@ser/classifiers';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it, vi } from 'vitest';
import type { Engine, EngineName } from '../../../src/engine/engine.js';
import { openEngine } from '../../../src/engine/openEngine.js';
import { cnn1d } from '../../../src/network/cnn1d.js';
import { predictNetwork } from '../../../src/prediction/predictNetwork.js';
import { fitNetwork } from '../../../src/training/fitNetwork.js';
import { parseTrainingState } from '../../../src/training/state/parseTrainingState.js';
import { serializeTrainingState } from '../../../src/training/state/serializeTrainingState.js';
import type { TrainingState } from '../../../src/training/state/trainingState.js';
import type { TrainingOptions } from '../../../src/training/trainingOptions.js';
import { relativeDifference } from '../../onEngine.js';
import { tones } from '../../tones.js';

export const { x, y } = tones(30);

export const network = (seed = 1) =>
  cnn1d({
    inputShape: [16, 4],
    nClasses: 3,
    seed,
    convolutions: [{ filters: 6, kernelSize: 3, batchNormalization: true, dropout: 0.3 }],
    dense: [8],
    dropout: 0.3,
  });

/** All options with a state at once. */
export const whole = {
  seed: 5,
  epochs: 6,
  batchSize: 8,
  validation: tones(12),
  optimizer: { name: 'adam', learningRate: 0.01, clipNorm: 1, weightDecay: 0.01 },
  classWeights: 'balanced',
  labelSmoothing: 0.1,
  mixup: { alpha: 0.3 },
  reestimateStatistics: true,
  earlyStopping: { patience: 2, restoreBestWeights: true, monitor: 'validationUar' },
  reduceLearningRateOnPlateau: { patience: 1, factor: 0.5, monitor: 'validationAccuracy' },
} as const satisfies TrainingOptions;

const variants: readonly (readonly [string, TrainingOptions])[] = [
  ['all callbacks, Adam', whole],
  [
    'SGD with momentum and a schedule',
    {
      seed: 5,
      epochs: 6,
      batchSize: 8,
      optimizer: { name: 'sgd', momentum: 0.9, nesterov: true },
      learningRateSchedule: { name: 'cosine', decaySteps: 20, warmupSteps: 6 },
    },
  ],
  [
    'RMSprop, no validation',
    { seed: 5, epochs: 5, batchSize: 8, optimizer: { name: 'rmsprop', momentum: 0.5 } },
  ],
];

const weightsOf = (model: LayersModel) =>
  model.getWeights().map((weight) => weight.dataSync<'float32'>().slice());

interface Trained {
  readonly history: readonly EpochRecord[];
  readonly weights: readonly Float32Array[];
  readonly probabilities: Float32Array;
  readonly states: readonly Uint8Array[];
}

/** Trains, and collects the bytes of every checkpoint. */
export async function train(engine: Engine, options: TrainingOptions, seed = 1): Promise<Trained> {
  const model = network(seed);
  const states: Uint8Array[] = [];
  const save = async (state: TrainingState) => void states.push(serializeTrainingState(state));
  const history = await fitNetwork(model, x, y, { ...options, engine, checkpoint: { save } });
  const probabilities = await predictNetwork(model, x, { engine });
  return { history, weights: weightsOf(model), probabilities, states };
}

/** Trains until it is aborted in the middle of an epoch. @returns the bytes of the last checkpoint, and the weights */
async function interrupted(engine: Engine, options: TrainingOptions, epoch: number) {
  const controller = new AbortController();
  const model = network();
  let last: Uint8Array = new Uint8Array();
  const save = async (state: TrainingState) => {
    last = serializeTrainingState(state);
    // The event loop runs once per batch: abort after two batches of the next epoch.
    if (state.epoch === epoch - 1)
      setImmediate(() => setImmediate(() => controller.abort(new Error('killed'))));
  };
  const { signal } = controller;
  const fitting = fitNetwork(model, x, y, { ...options, engine, signal, checkpoint: { save } });
  await expect(fitting).rejects.toThrow('killed');
  return { last, weights: weightsOf(model) };
}

/**
 * Interrupts and resumes training on several engines.
 *
 * @param nVariants number of combinations of options, 3 in all
 */
export function resumeTests(engines: readonly EngineName[], nVariants = variants.length): void {
  describe.each(engines)('training on %s that is interrupted and resumed', (name) => {
    it.each(variants.slice(0, nVariants))(
      'equals uninterrupted training, bit for bit: %s',
      async (_what, options) => {
        const engine = await openEngine(name);
        const expected = await train(engine, options);
        const { last, weights } = await interrupted(engine, options, 3);
        expect(last).toEqual(expected.states[1]);
        expect(weights).not.toEqual(parseTrainingState(last).weights); // it was aborted in the middle of epoch 3

        const onEpoch = vi.fn<(record: EpochRecord) => void>();
        const resumed = await train(engine, { ...options, resume: parseTrainingState(last), onEpoch }, 99);
        expect(resumed.history).toEqual(expected.history);
        expect(resumed.weights).toEqual(expected.weights);
        expect(resumed.probabilities).toEqual(expected.probabilities);
        expect(resumed.states).toEqual(expected.states.slice(2));
        expect(onEpoch.mock.calls.map(([record]) => record)).toEqual(expected.history.slice(2));
      },
    );

    it('continues from the state of another engine, equal within rounding', async () => {
      const options = { ...whole, epochs: 4 };
      const expected = await train(await openEngine('tfjs-cpu'), options);
      const resume = parseTrainingState(expected.states[1]!);
      const resumed = await train(await openEngine(name), { ...options, resume });
      expect(relativeDifference(resumed.probabilities, expected.probabilities)).toBeLessThan(1e-4);
    });
  });
}
