import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { cnn1d } from '../../src/network/cnn1d.js';
import { fitNetwork } from '../../src/training/fitNetwork.js';
import { type TrainingOptions } from '../../src/training/trainingOptions.js';
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

describe('training refuses', () => {
  it.each<[string, Partial<TrainingOptions>, string]>([
    [
      'an unknown optimizer',
      { optimizer: { name: 'lion' as 'adam' } },
      "`optimizer.name` to be one of 'adam', 'adamW', 'sgd', 'rmsprop', got `lion`",
    ],
    [
      'a step size of 0',
      { optimizer: { name: 'adam', learningRate: 0 } },
      '`optimizer.learningRate` to be a number > 0, got `0`',
    ],
    [
      'momentum that never ends',
      { optimizer: { name: 'sgd', momentum: 1 } },
      '`optimizer.momentum` to be a number in [0, 1), got `1`',
    ],
    [
      'momentum of Adam',
      { optimizer: { name: 'adam', momentum: 0.9 } },
      '`optimizer.momentum` to be left out with adam; sgd and rmsprop have it, got `0.9`',
    ],
    [
      'Nesterov of RMSprop',
      { optimizer: { name: 'rmsprop', nesterov: true } },
      '`optimizer.nesterov` to be left out with rmsprop; sgd has it, got `true`',
    ],
    [
      'weights that grow',
      { optimizer: { name: 'adamW', weightDecay: -0.1 } },
      '`optimizer.weightDecay` to be a number >= 0, got `-0.1`',
    ],
    [
      'a bound of 0',
      { optimizer: { name: 'sgd', clipNorm: 0 } },
      '`optimizer.clipNorm` to be a number > 0, got `0`',
    ],
    [
      'two ways of clipping',
      { optimizer: { name: 'sgd', clipNorm: 1, clipValue: 1 } },
      '`optimizer` to be with one of clipNorm, clipValue, globalClipNorm at most, got `clipNorm and clipValue`',
    ],
    [
      'an unknown schedule',
      { learningRateSchedule: { name: 'linear' as 'cosine', decaySteps: 1 } },
      "`learningRateSchedule.name` to be one of 'exponential', 'cosine', 'piecewise', got `linear`",
    ],
    [
      'a schedule without steps',
      { learningRateSchedule: { name: 'cosine' } as never },
      '`learningRateSchedule.decaySteps` to be a number > 0, got `undefined`',
    ],
    [
      'a decay to nothing',
      { learningRateSchedule: { ...exponential, decayRate: 0 } },
      '`learningRateSchedule.decayRate` to be a number > 0, got `0`',
    ],
    [
      'a share beyond 1',
      { learningRateSchedule: { name: 'cosine', decaySteps: 1, alpha: 2 } },
      '`learningRateSchedule.alpha` to be a number in [0, 1], got `2`',
    ],
    [
      'half a step of warm-up',
      { learningRateSchedule: { name: 'cosine', decaySteps: 1, warmupSteps: 0.5 } },
      '`learningRateSchedule.warmupSteps` to be an integer >= 0, got `0.5`',
    ],
    [
      'boundaries that fall',
      { learningRateSchedule: { ...piecewise, boundaries: [2, 1] } },
      '`learningRateSchedule.boundaries` to be rising integers >= 0, at least one, got `[2,1]`',
    ],
    [
      'no boundaries',
      { learningRateSchedule: { ...piecewise, boundaries: [] } },
      '`learningRateSchedule.boundaries` to be rising integers >= 0, at least one, got `[]`',
    ],
    [
      'a rate too few',
      { learningRateSchedule: { ...piecewise, values: [1, 2] } },
      '`learningRateSchedule.values` to be 3 numbers, one more than `boundaries`, got `[1,2]`',
    ],
    [
      'a negative rate',
      { learningRateSchedule: { ...piecewise, values: [1, -1, 1] } },
      '`learningRateSchedule.values[1]` to be a number >= 0, got `-1`',
    ],
    [
      'early stopping on validation without validation examples',
      { earlyStopping: {} },
      "`earlyStopping.monitor` to be a figure of training ('loss', 'accuracy', 'uar', 'f1') where there are no " +
        '`validation` examples, got `validationLoss`',
    ],
    [
      'a plateau of validation without validation examples',
      { reduceLearningRateOnPlateau: { monitor: 'validationUar' } },
      '`reduceLearningRateOnPlateau.monitor` to be a figure of training',
    ],
    [
      'an unknown figure',
      { earlyStopping: { monitor: 'auc' as 'f1' } },
      "`earlyStopping.monitor` to be one of 'loss', 'accuracy', 'uar', 'f1', 'validationLoss'",
    ],
    [
      'half an epoch of patience',
      { earlyStopping: { monitor: 'loss', patience: 0.5 } },
      '`earlyStopping.patience` to be an integer >= 0, got `0.5`',
    ],
    [
      'a negative difference',
      { earlyStopping: { monitor: 'loss', minDelta: -1 } },
      '`earlyStopping.minDelta` to be a number >= 0, got `-1`',
    ],
    [
      'a baseline that is no number',
      { earlyStopping: { monitor: 'loss', baseline: NaN } },
      '`earlyStopping.baseline` to be a finite number, got `NaN`',
    ],
    [
      'a start before the first epoch',
      { earlyStopping: { monitor: 'loss', startFromEpoch: -1 } },
      '`earlyStopping.startFromEpoch` to be an integer >= 0, got `-1`',
    ],
    [
      'a factor that raises the step size',
      { reduceLearningRateOnPlateau: { monitor: 'loss', factor: 1 } },
      '`reduceLearningRateOnPlateau.factor` to be a number in (0, 1), got `1`',
    ],
    [
      'a negative cooldown',
      { reduceLearningRateOnPlateau: { monitor: 'loss', cooldown: -1 } },
      '`reduceLearningRateOnPlateau.cooldown` to be an integer >= 0, got `-1`',
    ],
    [
      'a negative bound of the step size',
      { reduceLearningRateOnPlateau: { monitor: 'loss', minLearningRate: -1 } },
      '`reduceLearningRateOnPlateau.minLearningRate` to be a number >= 0, got `-1`',
    ],
    [
      'two that decide the step size, as Keras',
      { reduceLearningRateOnPlateau: { monitor: 'loss' }, learningRateSchedule: exponential },
      '`reduceLearningRateOnPlateau` to be left out with a `learningRateSchedule`, which alone decides the step size',
    ],
    [
      'a class weight too few',
      { classWeights: [1, 2] },
      "`classWeights` to be 'balanced' or 3 numbers, one for each class, got `[1,2]`",
    ],
    [
      'a negative class weight',
      { classWeights: [1, 2, -1] },
      '`classWeights[2]` to be a number >= 0, got `-1`',
    ],
    [
      'a mistyped word for class weights',
      { classWeights: 'balance' as 'balanced' },
      "`classWeights` to be 'balanced' or 3 numbers, one for each class, got `balance`",
    ],
    ['labels smoothed away', { labelSmoothing: 1 }, '`labelSmoothing` to be a number in [0, 1), got `1`'],
    ['no mixing', { mixup: { alpha: 0 } }, '`mixup.alpha` to be a number > 0, got `0`'],
    [
      'a checkpoint every 0 epochs',
      { checkpoint: { save: async () => {}, everyEpochs: 0 } },
      '`checkpoint.everyEpochs` to be an integer >= 1, got `0`',
    ],
  ])('%s', async (_what, options, message) => {
    const model = network();
    const before = model.getWeights()[0]!.dataSync().slice();
    const fitting = fitNetwork(model, x, y, { engine, seed: 1, ...options });
    await expect(fitting).rejects.toMatchObject({ name: 'ModelError', code: 'invalid-option' });
    await expect(fitting).rejects.toThrow(`Expected ${message}`);
    expect(model.getWeights()[0]!.dataSync()).toEqual(before);
  });
});
