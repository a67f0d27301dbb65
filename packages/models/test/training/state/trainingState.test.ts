import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createClassifier } from '../../../src/classifier/createClassifier.js';
import { type Engine } from '../../../src/engine/engine.js';
import { listEngines } from '../../../src/engine/listEngines.js';
import { openEngine } from '../../../src/engine/openEngine.js';
import { cnn1d } from '../../../src/network/cnn1d.js';
import { predictNetwork } from '../../../src/prediction/predictNetwork.js';
import { type EpochRecord } from '@ser/classifiers';
import { fitNetwork } from '../../../src/training/fitNetwork.js';
import { parseTrainingState } from '../../../src/training/state/parseTrainingState.js';
import { serializeTrainingState } from '../../../src/training/state/serializeTrainingState.js';
import { type TrainingState } from '../../../src/training/state/trainingState.js';
import { type TrainingOptions } from '../../../src/training/trainingOptions.js';
import { relativeDifference } from '../../onEngine.js';
import { tones } from '../../tones.js';

const engines = (await listEngines()).filter(({ available }) => available).map(({ name }) => name);
const { x, y } = tones(30);

const network = (seed = 1) =>
  cnn1d({
    inputShape: [16, 4],
    nClasses: 3,
    seed,
    convolutions: [{ filters: 6, kernelSize: 3, batchNormalization: true, dropout: 0.3 }],
    dense: [8],
    dropout: 0.3,
  });

/** Everything that has a memory at once. */
const whole = {
  seed: 5,
  epochs: 8,
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

/** Trains, and keeps the bytes of every checkpoint. */
async function train(engine: Engine, options: TrainingOptions, seed = 1): Promise<Trained> {
  const model = network(seed);
  const states: Uint8Array[] = [];
  const save = async (state: TrainingState) => void states.push(serializeTrainingState(state));
  const history = await fitNetwork(model, x, y, { ...options, engine, checkpoint: { save } });
  const probabilities = await predictNetwork(model, x, { engine });
  return { history, weights: weightsOf(model), probabilities, states };
}

/** Trains until a signal ends it in the middle of an epoch; the bytes of its last checkpoint, and its weights. */
async function interrupted(engine: Engine, options: TrainingOptions, epoch: number) {
  const controller = new AbortController();
  const model = network();
  let last: Uint8Array = new Uint8Array();
  const save = async (state: TrainingState) => {
    last = serializeTrainingState(state);
    // Each batch gives the event loop a turn: two turns into the next epoch.
    if (state.epoch === epoch - 1)
      setImmediate(() => setImmediate(() => controller.abort(new Error('killed'))));
  };
  const { signal } = controller;
  const fitting = fitNetwork(model, x, y, { ...options, engine, signal, checkpoint: { save } });
  await expect(fitting).rejects.toThrow('killed');
  return { last, weights: weightsOf(model) };
}

describe.each(engines)('a training on %s that is killed and resumed', (name) => {
  it.each(variants)('is that of one that was not, bit for bit: %s', async (_what, options) => {
    const engine = await openEngine(name);
    const expected = await train(engine, options);
    const { last, weights } = await interrupted(engine, options, 3);
    expect(last).toEqual(expected.states[1]);
    expect(weights).not.toEqual(parseTrainingState(last).weights); // it was in the middle of epoch 3

    const onEpoch = vi.fn();
    const resumed = await train(engine, { ...options, resume: parseTrainingState(last), onEpoch }, 99);
    expect(resumed.history).toEqual(expected.history);
    expect(resumed.weights).toEqual(expected.weights);
    expect(resumed.probabilities).toEqual(expected.probabilities);
    expect(resumed.states).toEqual(expected.states.slice(2));
    expect(onEpoch.mock.calls.map(([record]) => record)).toEqual(expected.history.slice(2));
  });

  it('goes on from the state of another engine, with the same figures within rounding', async () => {
    const options = { ...whole, epochs: 4 };
    const expected = await train(await openEngine('tfjs-cpu'), options);
    const resume = parseTrainingState(expected.states[1]!);
    const resumed = await train(await openEngine(name), { ...options, resume });
    expect(relativeDifference(resumed.probabilities, expected.probabilities)).toBeLessThan(1e-4);
  });
});

describe('a training', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine('tfjs-cpu');
  });

  it('that was finished is finished at once, with the weights that it ended with', async () => {
    const options = { ...whole, epochs: 4 };
    const expected = await train(engine, options);
    const resume = parseTrainingState(expected.states.at(-1)!);
    const resumed = await train(engine, { ...options, resume }, 99);
    expect(resumed).toEqual({ ...expected, states: [] });
  });

  it('may be made longer', async () => {
    const longer = await train(engine, { ...whole, epochs: 6 });
    const shorter = await train(engine, { ...whole, epochs: 2 });
    const resume = parseTrainingState(shorter.states.at(-1)!);
    expect((await train(engine, { ...whole, epochs: 6, resume })).weights).toEqual(longer.weights);
  });

  it('leaves a checkpoint every so many epochs, and after the last one', async () => {
    const epochs: number[] = [];
    const save = async ({ epoch }: TrainingState) => void epochs.push(epoch);
    const checkpoint = { save, everyEpochs: 3 };
    await fitNetwork(network(), x, y, { engine, seed: 1, epochs: 7, checkpoint });
    expect(epochs).toEqual([3, 6, 7]);
  });

  it('is resumed through a classifier, too', async () => {
    const description = { kind: 'dense', units: [4] } as const;
    const build = () => createClassifier(description, { engine, inputShape: [16, 4], nClasses: 3, seed: 1 });
    const states: TrainingState[] = [];
    const save = async (state: TrainingState) => void states.push(state);
    const history = await build().fit(x, y, { seed: 1, epochs: 3, checkpoint: { save } });
    expect(await build().fit(x, y, { seed: 1, epochs: 3, resume: states[0]! })).toEqual(history);
  });
});

describe('resuming refuses', () => {
  let engine: Engine;
  let resume: TrainingState;
  const options = { seed: 1, epochs: 2, batchSize: 8 } as const;
  beforeAll(async () => {
    engine = await openEngine('tfjs-cpu');
    resume = parseTrainingState((await train(engine, options)).states.at(-1)!);
  });

  it.each<[string, TrainingOptions, string]>([
    ['another seed', { ...options, seed: 2 }, '`seed` was `1` and is `2`'],
    ['other batches', { ...options, batchSize: 16 }, '`batchSize` was `8` and is `16`'],
    [
      'another optimizer',
      { ...options, optimizer: { name: 'adamW' } },
      '`optimizer` was `adam` and is `adamW`',
    ],
    ['fewer epochs than are done', { ...options, epochs: 1 }, 'epoch 2 is done, and `epochs` is `1`'],
  ])('%s', async (_what, changed, message) => {
    const fitting = fitNetwork(network(), x, y, { ...changed, engine, resume });
    await expect(fitting).rejects.toMatchObject({ name: 'ModelError', code: 'invalid-option' });
    await expect(fitting).rejects.toThrow(`\`resume\` is the state of another training: ${message}`);
  });

  it('other examples, another model, and slots that the optimizer does not keep', async () => {
    const other = tones(31);
    const fit = (part: Partial<TrainingState>, data = { x, y }, model = network()) =>
      fitNetwork(model, data.x, data.y, { ...options, engine, resume: { ...resume, ...part } });
    await expect(fit({}, other)).rejects.toThrow('`nExamples` was `30` and is `31`');
    const smaller = cnn1d({
      inputShape: [16, 4],
      nClasses: 3,
      seed: 1,
      convolutions: [{ filters: 2, kernelSize: 3 }],
    });
    await expect(fit({}, { x, y }, smaller)).rejects.toThrow('it has other weights than the model');
    const momentum = { nSteps: 8, slots: { momentum: resume.optimizer.slots.mean! } };
    await expect(fit({ optimizer: momentum })).rejects.toThrow(
      'the optimizer kept [momentum] and keeps [mean, square]',
    );
    const one = { nSteps: 8, slots: { mean: [], square: [] } };
    await expect(fit({ optimizer: one })).rejects.toThrow(
      'the optimizer moved other weights than the model has',
    );
  });
});

describe('serializeTrainingState', () => {
  const state: TrainingState = {
    epoch: 2,
    setup: { seed: -1, batchSize: 8, nExamples: 30, optimizer: 'adam' },
    weights: [Float32Array.of(0.1, -0, NaN), new Float32Array(), Float32Array.of(Infinity)],
    optimizer: { nSteps: 7, slots: { mean: [Float32Array.of(1e-40)], square: [] } },
    learningRate: 0.1 + 0.2,
    history: [{ epoch: 1, loss: 1 / 3 }] as unknown as EpochRecord[],
    earlyStopping: { wait: 1, stopped: false, best: 0.25, bestEpoch: 1 },
    bestWeights: [Float32Array.of(1), Float32Array.of(2)],
    reduceLearningRateOnPlateau: { wait: 0, cooldown: 3 },
  };

  it('keeps every bit', () => {
    expect(parseTrainingState(serializeTrainingState(state))).toEqual(state);
    const { epoch, setup, weights, optimizer, learningRate, history } = state;
    const least = { epoch, setup, weights, optimizer, learningRate, history };
    expect(parseTrainingState(serializeTrainingState(least))).toEqual(least);
  });

  it('writes the safetensors format', () => {
    const bytes = serializeTrainingState(state);
    const headerBytes = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes)));
    expect(headerBytes % 8).toBe(0);
    expect(header['weights/0']).toEqual({ dtype: 'F32', shape: [3], data_offsets: [0, 12] });
    expect(header.__metadata__.format).toBe('@ser/models training state 1');
  });

  it('is read from the middle of a larger buffer, as files may come', () => {
    const bytes = serializeTrainingState(state);
    const pool = Buffer.alloc(bytes.length + 5);
    pool.set(bytes, 3);
    expect(parseTrainingState(pool.subarray(3, 3 + bytes.length))).toEqual(state);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'are cut short'],
    ['bytes cut short', (bytes) => bytes.subarray(0, bytes.length - 4), 'are cut short'],
    ['a header cut short', (bytes) => bytes.subarray(0, 40), 'are cut short'],
    ['a header that is no object', () => safetensors('null'), 'are no training state'],
    [
      'an entry without a place',
      () => safetensors('{"weights/0": {"dtype": "F32"}}'),
      'are no training state',
    ],
    [
      'a state that is no JSON',
      () => safetensors('{"__metadata__": {"format": "@ser/models training state 1", "state": "{"}}'),
      'are no training state',
    ],
    ['something else', () => new TextEncoder().encode('{"format": "layers-model"}'), 'are no training state'],
    [
      'other safetensors',
      () => safetensors('{}'),
      'Expected a file of the format `@ser/models training state 1`, got `unknown`.',
    ],
  ])('%s is refused', (_what, broken, message) => {
    const parse = () => parseTrainingState(broken(serializeTrainingState(state)));
    expect(parse).toThrow(expect.objectContaining({ name: 'ModelError', code: 'invalid-model-files' }));
    expect(parse).toThrow(message);
  });
});

/** A file of a header alone. */
function safetensors(header: string): Uint8Array {
  return Uint8Array.from([header.length, 0, 0, 0, 0, 0, 0, 0, ...new TextEncoder().encode(header)]);
}
