import { learningRateOf, monitors, optimizerNames } from '@ser/models';
import { z } from 'zod';
import type { TrainingRecipe } from './recipe.js';

const fraction = z.number().min(0).lt(1);
const count = z.int().min(0);

const optimizer = z
  .strictObject({
    name: z.enum(optimizerNames).default('adam'),
    learningRate: z.number().positive().optional(),
    momentum: fraction.optional(),
    nesterov: z.boolean().optional(),
    weightDecay: z.number().min(0).optional(),
    clipNorm: z.number().positive().optional(),
    clipValue: z.number().positive().optional(),
    globalClipNorm: z.number().positive().optional(),
  })
  .transform(({ name, learningRate, ...others }) => ({
    name,
    learningRate: learningRate ?? learningRateOf({ name }),
    ...others,
  }));

const learningRateSchedule = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('exponential'),
    decaySteps: z.int().min(1),
    decayRate: z.number().positive(),
    staircase: z.boolean().optional(),
  }),
  z.strictObject({
    name: z.literal('cosine'),
    decaySteps: z.int().min(1),
    alpha: z.number().min(0).max(1).optional(),
    warmupSteps: count.optional(),
  }),
  z.strictObject({
    name: z.literal('piecewise'),
    boundaries: z.array(z.int().min(1)).min(1),
    values: z.array(z.number().positive()).min(2),
  }),
]);

const monitor = z.enum(monitors);

const earlyStopping = z.strictObject({
  monitor: monitor.optional(),
  minDelta: z.number().min(0).optional(),
  patience: count.optional(),
  restoreBestWeights: z.boolean().optional(),
  baseline: z.number().optional(),
  startFromEpoch: count.optional(),
});

const reduceLearningRateOnPlateau = z.strictObject({
  monitor: monitor.optional(),
  factor: z.number().gt(0).lt(1).optional(),
  patience: count.optional(),
  minDelta: z.number().min(0).optional(),
  cooldown: count.optional(),
  minLearningRate: z.number().min(0).optional(),
});

/** The `training` of a member as zod checks it. Defaults are Keras's, except for epochs and batch size. */
export const trainingSchema = z
  .strictObject({
    epochs: z.int().min(1).default(100),
    batchSize: z.int().min(1).default(64),
    optimizer: optimizer.prefault({}),
    learningRateSchedule: learningRateSchedule.optional(),
    earlyStopping: earlyStopping.optional(),
    reduceLearningRateOnPlateau: reduceLearningRateOnPlateau.optional(),
    classWeights: z.union([z.literal('balanced'), z.array(z.number().min(0)).min(2)]).optional(),
    labelSmoothing: fraction.optional(),
    mixup: z.strictObject({ alpha: z.number().positive() }).optional(),
    reestimateStatistics: z.boolean().optional(),
  })
  .check(oneLearningRate) satisfies z.ZodType<TrainingRecipe>;

/** A schedule sets the learning rate, and a plateau would change it: only one of them may. */
function oneLearningRate({
  value,
  issues,
}: z.core.ParsePayload<{ learningRateSchedule?: unknown; reduceLearningRateOnPlateau?: unknown }>): void {
  if (value.learningRateSchedule === undefined || value.reduceLearningRateOnPlateau === undefined) return;
  const message =
    '`learningRateSchedule` and `reduceLearningRateOnPlateau` both change the learning rate; use one';
  issues.push({ code: 'custom', input: value, message });
}
