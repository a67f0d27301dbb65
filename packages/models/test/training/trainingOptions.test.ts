import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { cnn1d } from '../../src/network/cnn1d.js';
import { fitNetwork } from '../../src/training/fitNetwork.js';
import type { TrainingOptions } from '../../src/training/trainingOptions.js';
import { tones } from '../tones.js';

const { x, y } = tones(6);
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('tfjs-cpu');
});

const network = () =>
  cnn1d({ inputShape: [16, 4], nClasses: 3, seed: 1, convolutions: [{ filters: 2, kernelSize: 3 }] });

const exponential = { name: 'exponential', decaySteps: 10, decayRate: 0.5 } as const;
const piecewise = { name: 'piecewise', boundaries: [1, 2], values: [3, 2, 1] } as const;

describe('training rejects', () => {
  it.each<[string, Partial<TrainingOptions>, string]>([
    [
      'an unknown optimizer',
      { optimizer: { name: 'lion' as 'adam' } },
      "`optimizer.name` must be one of 'adam', 'adamW', 'sgd', 'rmsprop'; got 'lion'",
    ],
    [
      'a learning rate of 0',
      { optimizer: { name: 'adam', learningRate: 0 } },
      '`optimizer.learningRate` must be a finite number above 0; got 0',
    ],
    [
      'momentum of 1',
      { optimizer: { name: 'sgd', momentum: 1 } },
      '`optimizer.momentum` must be a number in [0, 1); got 1',
    ],
    [
      'momentum of Adam',
      { optimizer: { name: 'adam', momentum: 0.9 } },
      '`optimizer.momentum` must be absent with adam; got 0.9. Only sgd and rmsprop have it.',
    ],
    [
      'Nesterov of RMSprop',
      { optimizer: { name: 'rmsprop', nesterov: true } },
      '`optimizer.nesterov` must be absent with rmsprop; got true. Only sgd has it.',
    ],
    [
      'negative weight decay',
      { optimizer: { name: 'adamW', weightDecay: -0.1 } },
      '`optimizer.weightDecay` must be a finite number at least 0; got -0.1',
    ],
    [
      'a bound of 0',
      { optimizer: { name: 'sgd', clipNorm: 0 } },
      '`optimizer.clipNorm` must be a finite number above 0; got 0',
    ],
    [
      'two ways of clipping',
      { optimizer: { name: 'sgd', clipNorm: 1, clipValue: 1 } },
      '`optimizer` must be an object with at most one of clipNorm, clipValue, globalClipNorm; got {',
    ],
    [
      'an unknown schedule',
      { learningRateSchedule: { name: 'linear' as 'cosine', decaySteps: 1 } },
      "`learningRateSchedule.name` must be one of 'exponential', 'cosine', 'piecewise'; got 'linear'",
    ],
    [
      'a schedule without steps',
      { learningRateSchedule: { name: 'cosine' } as never },
      '`learningRateSchedule.decaySteps` must be a finite number above 0; got undefined',
    ],
    [
      'a decay rate of 0',
      { learningRateSchedule: { ...exponential, decayRate: 0 } },
      '`learningRateSchedule.decayRate` must be a finite number above 0; got 0',
    ],
    [
      'a final rate above the initial one',
      { learningRateSchedule: { name: 'cosine', decaySteps: 1, alpha: 2 } },
      '`learningRateSchedule.alpha` must be a finite number from 0 to 1; got 2',
    ],
    [
      'half a step of warm-up',
      { learningRateSchedule: { name: 'cosine', decaySteps: 1, warmupSteps: 0.5 } },
      '`learningRateSchedule.warmupSteps` must be an integer from 0 to 1048576; got 0.5',
    ],
    [
      'descending boundaries',
      { learningRateSchedule: { ...piecewise, boundaries: [2, 1] } },
      '`learningRateSchedule.boundaries` must be ascending integers of at least 0, one or more; got [2,1]',
    ],
    [
      'no boundaries',
      { learningRateSchedule: { ...piecewise, boundaries: [] } },
      '`learningRateSchedule.boundaries` must be ascending integers of at least 0, one or more; got []',
    ],
    [
      'a rate too few',
      { learningRateSchedule: { ...piecewise, values: [1, 2] } },
      '`learningRateSchedule.values` must be 3 numbers, one more than `boundaries`; got [1,2]',
    ],
    [
      'a negative rate',
      { learningRateSchedule: { ...piecewise, values: [1, -1, 1] } },
      '`learningRateSchedule.values[1]` must be a finite number at least 0; got -1',
    ],
    [
      'early stopping on validation without validation examples',
      { earlyStopping: {} },
      "`earlyStopping.monitor` must be one of 'loss', 'accuracy', 'uar', 'f1' without `validation` examples; " +
        "got 'validationLoss'. Pass `validation`, or monitor a training score.",
    ],
    [
      'a plateau of validation without validation examples',
      { reduceLearningRateOnPlateau: { monitor: 'validationUar' } },
      "`reduceLearningRateOnPlateau.monitor` must be one of 'loss', 'accuracy', 'uar', 'f1' without",
    ],
    [
      'an unknown score',
      { earlyStopping: { monitor: 'auc' as 'f1' } },
      "`earlyStopping.monitor` must be one of 'loss', 'accuracy', 'uar', 'f1', 'validationLoss'",
    ],
    [
      'half an epoch of patience',
      { earlyStopping: { monitor: 'loss', patience: 0.5 } },
      '`earlyStopping.patience` must be an integer from 0 to 1048576; got 0.5',
    ],
    [
      'a negative difference',
      { earlyStopping: { monitor: 'loss', minDelta: -1 } },
      '`earlyStopping.minDelta` must be a finite number at least 0; got -1',
    ],
    [
      'a baseline that is not a number',
      { earlyStopping: { monitor: 'loss', baseline: NaN } },
      '`earlyStopping.baseline` must be a finite number; got NaN',
    ],
    [
      'a start before the first epoch',
      { earlyStopping: { monitor: 'loss', startFromEpoch: -1 } },
      '`earlyStopping.startFromEpoch` must be an integer from 0 to 1048576; got -1',
    ],
    [
      'a factor that does not lower the learning rate',
      { reduceLearningRateOnPlateau: { monitor: 'loss', factor: 1 } },
      '`reduceLearningRateOnPlateau.factor` must be a finite number above 0 and below 1; got 1',
    ],
    [
      'a negative cooldown',
      { reduceLearningRateOnPlateau: { monitor: 'loss', cooldown: -1 } },
      '`reduceLearningRateOnPlateau.cooldown` must be an integer from 0 to 1048576; got -1',
    ],
    [
      'a negative bound of the learning rate',
      { reduceLearningRateOnPlateau: { monitor: 'loss', minLearningRate: -1 } },
      '`reduceLearningRateOnPlateau.minLearningRate` must be a finite number at least 0; got -1',
    ],
    [
      'two rules for the learning rate, like Keras',
      { reduceLearningRateOnPlateau: { monitor: 'loss' }, learningRateSchedule: exponential },
      '`reduceLearningRateOnPlateau` must be absent with a `learningRateSchedule`; got',
    ],
    [
      'a class weight too few',
      { classWeights: [1, 2] },
      "`classWeights` must be 'balanced' or 3 numbers, one per class; got [1,2]",
    ],
    [
      'a negative class weight',
      { classWeights: [1, 2, -1] },
      '`classWeights[2]` must be a finite number at least 0; got -1',
    ],
    [
      'a misspelled word for class weights',
      { classWeights: 'balance' as 'balanced' },
      "`classWeights` must be 'balanced' or 3 numbers, one per class; got 'balance'",
    ],
    ['label smoothing of 1', { labelSmoothing: 1 }, '`labelSmoothing` must be a number in [0, 1); got 1'],
    ['mixup with alpha 0', { mixup: { alpha: 0 } }, '`mixup.alpha` must be a finite number above 0; got 0'],
    [
      'a checkpoint every 0 epochs',
      { checkpoint: { save: async () => {}, everyEpochs: 0 } },
      '`checkpoint.everyEpochs` must be an integer from 1 to 1048576; got 0',
    ],
  ])('%s', async (_what, options, message) => {
    const model = network();
    const before = model.getWeights()[0]!.dataSync().slice();
    const fitting = fitNetwork(model, x, y, { engine, seed: 1, ...options });
    await expect(fitting).rejects.toMatchObject({ name: 'SerError', code: 'invalid-option' });
    await expect(fitting).rejects.toThrow(message);
    expect(model.getWeights()[0]!.dataSync()).toEqual(before);
  });
});
