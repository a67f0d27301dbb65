import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../../../src/classifier/createClassifier.js';
import type { Engine } from '../../../src/engine/engine.js';
import { openEngine } from '../../../src/engine/openEngine.js';
import { cnn1d } from '../../../src/network/cnn1d.js';
import { fitNetwork } from '../../../src/training/fitNetwork.js';
import { parseTrainingState } from '../../../src/training/state/parseTrainingState.js';
import type { TrainingState } from '../../../src/training/state/trainingState.js';
import type { TrainingOptions } from '../../../src/training/trainingOptions.js';
import { mainEngines } from '../../mainEngines.js';
import { tones } from '../../tones.js';
import { network, resumeTests, train, whole, x, y } from './resumeTests.js';

resumeTests(mainEngines, 1);

describe('training', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine('tfjs-wasm');
  });

  it('ends at once with its final weights when it was finished', async () => {
    const options = { ...whole, epochs: 4 };
    const expected = await train(engine, options);
    const resume = parseTrainingState(expected.states.at(-1)!);
    const resumed = await train(engine, { ...options, resume }, 99);
    expect(resumed).toEqual({ ...expected, states: [] });
  });

  it('can be extended', async () => {
    const longer = await train(engine, { ...whole, epochs: 6 });
    const shorter = await train(engine, { ...whole, epochs: 2 });
    const resume = parseTrainingState(shorter.states.at(-1)!);
    expect((await train(engine, { ...whole, epochs: 6, resume })).weights).toEqual(longer.weights);
  });

  it('saves a checkpoint every few epochs, and after the last one', async () => {
    const epochs: number[] = [];
    const save = async ({ epoch }: TrainingState) => void epochs.push(epoch);
    const checkpoint = { save, everyEpochs: 3 };
    await fitNetwork(network(), x, y, { engine, seed: 1, epochs: 7, checkpoint });
    expect(epochs).toEqual([3, 6, 7]);
  });

  it('can be resumed through a classifier', async () => {
    const description = { kind: 'dense', units: [4] } as const;
    const build = () => createClassifier(description, { engine, inputShape: [16, 4], nClasses: 3, seed: 1 });
    const states: TrainingState[] = [];
    const save = async (state: TrainingState) => void states.push(state);
    const history = await build().fit(x, y, { seed: 1, epochs: 3, checkpoint: { save } });
    expect(await build().fit(x, y, { seed: 1, epochs: 3, resume: states[0]! })).toEqual(history);
  });
});

describe('resuming rejects', () => {
  let engine: Engine;
  let resume: TrainingState;
  const options = { seed: 1, epochs: 2, batchSize: 8 } as const;
  beforeAll(async () => {
    engine = await openEngine('tfjs-wasm');
    resume = parseTrainingState((await train(engine, options)).states.at(-1)!);
  });

  it.each<[string, TrainingOptions, string]>([
    ['another seed', { ...options, seed: 2 }, '`seed` was 1 and is 2'],
    ['other batches', { ...options, batchSize: 16 }, '`batchSize` was 8 and is 16'],
    ['another optimizer', { ...options, optimizer: { name: 'adamW' } }, '`optimizer` was adam and is adamW'],
    ['fewer epochs than are finished', { ...options, epochs: 1 }, 'it has 2 epochs, and `epochs` is 1'],
  ])('%s', async (_what, changed, message) => {
    const fitting = fitNetwork(network(), x, y, { ...changed, engine, resume });
    await expect(fitting).rejects.toMatchObject({ name: 'SerError', code: 'invalid-option' });
    await expect(fitting).rejects.toThrow(`\`resume\` is the state of another training: ${message}`);
  });

  it('other examples, another model, and slots of another optimizer', async () => {
    const other = tones(31);
    const fit = (part: Partial<TrainingState>, data = { x, y }, model = network()) =>
      fitNetwork(model, data.x, data.y, { ...options, engine, resume: { ...resume, ...part } });
    await expect(fit({}, other)).rejects.toThrow('`nExamples` was 30 and is 31');
    const smaller = cnn1d({
      inputShape: [16, 4],
      nClasses: 3,
      seed: 1,
      convolutions: [{ filters: 2, kernelSize: 3 }],
    });
    await expect(fit({}, { x, y }, smaller)).rejects.toThrow('its weights do not fit the model');
    const momentum = { nSteps: 8, slots: { momentum: resume.optimizer.slots.mean! } };
    await expect(fit({ optimizer: momentum })).rejects.toThrow(
      'its optimizer has the slots [momentum]; this one has [mean, square]',
    );
    const one = { nSteps: 8, slots: { mean: [], square: [] } };
    await expect(fit({ optimizer: one })).rejects.toThrow('the slots of its optimizer do not fit the model');
  });
});
