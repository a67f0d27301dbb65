import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { freshFolder, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

/** Ridge regression on mean and deviation of MFCC, with speed copies. */
const ridge = parseRecipe({
  ...tinyJson,
  training: {},
  name: 'tiny-ridge',
  split: { kind: 'speaker' },
  features: { ...tinyJson.features, functionals: ['mean', 'std'] },
  augmentation: { variants: [[{ name: 'speed', rate: 0.88 }], [{ name: 'speed', rate: 1.12 }]] },
  normalize: { scope: 'train', clip: 3 },
  classifier: { kind: 'ridge', regularization: [0.1, 1] },
});

describe('a run with features that are too large for memory', () => {
  const stored = { featureMemory: 0 };
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof runTiny>>;

  beforeAll(async () => {
    corpus = await tinyCorpus();
    tiny = await runTiny(corpus, stored, ridge);
  });

  it('predicts the same as with features in memory, up to rounding', async () => {
    const inMemory = await runTiny(corpus, { featureMemory: 2 ** 30 }, ridge);
    tiny.result.predictions.forEach(({ utterance, predicted, probabilities }, i) => {
      const other = inMemory.result.predictions[i]!;
      expect(utterance.id).toBe(other.utterance.id);
      expect(predicted).toBe(other.predicted);
      probabilities.forEach((value, label) => expect(value).toBeCloseTo(other.probabilities[label]!, 4));
    });
    const { C, innerUar } = tiny.result.metrics.folds[0]!.members[0]!.choice!;
    const choice = inMemory.result.metrics.folds[0]!.members[0]!.choice!;
    expect(C).toBe(choice.C);
    expect(innerUar).toBeCloseTo(choice.innerUar, 6);
  });

  it('shows how many clips the classifier has used', () => {
    const nTrained = tiny.result.metrics.folds[0]!.train.clips;
    expect(tiny.events.filter(({ type }) => type === 'fitting').at(-1)).toMatchObject({
      done: 3 * nTrained, // with two copies of each
      total: 3 * nTrained,
    });
  });

  it('leaves no files of features', async () => {
    expect(await readdir(tiny.result.folder)).not.toContain('checkpoints');
  });

  it.each(['extracted', 'augmented', 'fitting'] as const)(
    'has the same results after an interruption at `%s`, byte for byte',
    async (type) => {
      const out = join(await freshFolder(), 'run');
      const controller = new AbortController();
      let done = 0;
      const interrupted = runTiny(
        corpus,
        {
          ...stored,
          out,
          signal: controller.signal,
          onEvent: (event) => event.type === type && ++done === 3 && controller.abort(),
        },
        ridge,
      );
      await expect(interrupted).rejects.toThrow();
      await runTiny(corpus, { ...stored, out, resume: true }, ridge);
      for (const file of ['predictions.csv', 'model/ridge/weights.bin']) {
        expect(await readFile(join(out, file))).toEqual(await readFile(join(tiny.result.folder, file)));
      }
    },
  );

  it('trains networks on all examples at once', async () => {
    const network = parseRecipe({ ...tinyJson, split: { kind: 'speaker' } });
    const [one, other] = [await runTiny(corpus, stored, network), await runTiny(corpus, {}, network)];
    expect(await one.read('predictions.csv')).toBe(await other.read('predictions.csv'));
  });
});
