import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { meanProbabilities } from '@ser/classifiers';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import type { RunResult } from '../../src/run/runResult.js';
import { tune } from '../../src/tune/tune.js';
import { interrupt, rowsOf, runTiny, tinyCorpus, tinyJson } from '../tinyExperiment.js';

const { title, corpora, labels, features, classifier, training } = tinyJson;
const functionals = { ...features, functionals: ['mean', 'std'] };

/** Two ways to look at a clip: a ridge and a network on its mean and deviation, a network on its frames. */
const fused = parseRecipe({
  ...{ title, corpora, labels },
  name: 'tiny-fusion',
  split: { kind: 'speaker-folds', folds: 2 },
  sourceSplit: { kind: 'random' },
  members: [
    {
      name: 'ridge',
      features: functionals,
      augmentation: { variants: [[{ name: 'speed', rate: 0.9 }]] },
      normalize: { scope: 'train', clip: 3 },
      classifier: { kind: 'ridge', regularization: [0.1, 1] },
    },
    {
      name: 'mlp',
      weight: 2,
      features: functionals,
      normalize: { scope: 'train', clip: 3 },
      classifier: { kind: 'dense', units: [8], inputDropout: 0.1, dropout: 0.2 },
      training: { epochs: 3, batchSize: 16, classWeights: 'balanced', labelSmoothing: 0.1 },
    },
    { name: 'cnn', features, normalize: { scope: 'train', clip: 3 }, classifier, training },
  ],
});
const members = membersOf(fused);

type Run = Awaited<ReturnType<typeof runTiny>>;
let corpus: string;
let tiny: Run;
/** Each member as a recipe of its own. */
let alone: readonly Run[];

beforeAll(async () => {
  corpus = await tinyCorpus();
  tiny = await runTiny(corpus, {}, fused);
  const runs: Run[] = [];
  for (const { recipe } of members) runs.push(await runTiny(corpus, {}, recipe));
  alone = runs;
});

const probabilitiesOf = ({ predictions }: RunResult) =>
  Float32Array.from(predictions.flatMap(({ probabilities }) => [...probabilities]));

describe('a recipe of several classifiers', () => {
  it('answers with the mean of what each of them answers as a recipe of its own', () => {
    const mean = meanProbabilities(
      alone.map(({ result }) => probabilitiesOf(result)),
      [1, 2, 1],
    );
    expect(probabilitiesOf(tiny.result)).toEqual(mean);
  });

  it('measures each of them alone: just what it is worth by itself', () => {
    const { metrics } = tiny.result;
    expect(metrics.members!.map(({ name, weight }) => [name, weight])).toEqual([
      ['ridge', 1],
      ['mlp', 2],
      ['cnn', 1],
    ]);
    for (const [index, { result }] of alone.entries()) {
      const { pooled, interval, folds, source } = result.metrics;
      const { accuracy, uar, macroF1 } = pooled;
      expect(metrics.members![index]).toMatchObject({ accuracy, uar, macroF1, interval });
      expect(metrics.source!.members![index]).toMatchObject({ uar: source!.pooled.uar });
      metrics.folds.forEach((fold, at) => {
        const { epochs, choice } = folds[at]!;
        expect(fold.members![index]).toMatchObject({
          uar: folds[at]!.uar,
          epochs,
          ...(choice && { choice }),
        });
      });
    }
    expect(metrics.folds[0]).toMatchObject({ epochs: 3 });
    expect(metrics.folds[0]).not.toHaveProperty('choice');
  });

  it('leaves metrics of a recipe with one classifier as they are', () => {
    for (const { result } of alone) {
      expect(result.metrics).not.toHaveProperty('members');
      expect(result.metrics.folds[0]).not.toHaveProperty('members');
    }
  });

  it('says in each epoch which of them learns, and describes clips once for those with the same features', () => {
    const epochs = tiny.events.flatMap((event) =>
      event.type === 'epoch' && event.role === 'main' && event.index === 0 ? [event.member] : [],
    );
    expect(epochs).toEqual(['ridge', 'mlp', 'mlp', 'mlp', 'cnn', 'cnn']);
    const scored = tiny.events.filter((event) => event.type === 'scored' && event.role === 'main');
    expect(scored).toHaveLength(2);
    scored.forEach((event) => expect(event).not.toHaveProperty('member'));
    expect(tiny.events.filter(({ type }) => type === 'extracted')).toHaveLength(2 * 56);
    expect(tiny.events.filter(({ type }) => type === 'augmented')).toHaveLength(56);
  });

  it('keeps their histories apart', async () => {
    const rows = rowsOf(await tiny.read('history.csv'));
    const learnt = (fold: string) =>
      rows.filter((row) => row['fold'] === fold).map(({ member, epoch }) => `${member} ${epoch}`);
    const all = ['ridge 1', 'mlp 1', 'mlp 2', 'mlp 3', 'cnn 1', 'cnn 2'];
    expect(learnt(tiny.result.metrics.folds[1]!.fold)).toEqual(all);
    expect(learnt('final')).toEqual(all);
    expect(rowsOf(await alone[0]!.read('history.csv'))[0]).not.toHaveProperty('member');
  });

  it('shows in the report what averaging gains, and how each was trained', async () => {
    const page = await tiny.read('report.html');
    expect(page).toContain('What averaging gains');
    expect(page).toMatch(/mlp<\/th>\s*<td class="number">50\.0<\/td>/);
    expect(page).toContain('Training (ridge)');
    expect(page).toContain('Loss of mlp in training, by fold');
    expect(page).not.toContain('Loss of ridge');
    expect(page).toContain('Copies of each training clip (ridge)');
    expect(await alone[0]!.read('report.html')).not.toContain('What averaging gains');
  });

  it('leaves one model: the networks of its members, whose mean it answers with', async () => {
    const engine = await openEngine('tfjs-wasm');
    for (const [index, { name }] of members.entries()) {
      const own = await readFile(join(alone[index]!.result.modelFolder!, 'weights.bin'));
      expect(await readFile(join(tiny.result.modelFolder!, name!, 'weights.bin'))).toEqual(own);
    }
    expect(await tiny.read('model/README.md')).toContain('| mlp | 50.0 % | `mfcc` |');

    const clip = join(corpus, tiny.result.predictions[0]!.utterance.path);
    const answerOf = async ({ result }: Run) => {
      const recognizer = await Recognizer.load(result.modelFolder!, { engine });
      const { probabilities } = await recognizer.predict(clip, { assumeSpeech: true });
      recognizer.dispose();
      return Float32Array.from(Object.values(probabilities));
    };
    const own: Float32Array[] = [];
    for (const run of alone) own.push(await answerOf(run));
    expect(await answerOf(tiny)).toEqual(meanProbabilities(own, [1, 2, 1]));
  });

  it('takes another normalisation and other epochs for all of them, as far as they have any', async () => {
    const { result } = await runTiny(corpus, { normalize: 'speaker', epochs: 1, finalModel: 'none' }, fused);
    const changed = membersOf(result.recipe).map(({ recipe }) => recipe);
    expect(changed.map(({ normalize }) => normalize)).toEqual(Array(3).fill({ scope: 'speaker', clip: 3 }));
    expect(changed.map(({ training: { epochs } }) => epochs)).toEqual([1, 1, 1]);
    expect(result.metrics.normalization).toMatchObject({ scope: 'speaker', unseenSpeakers: 'own' });
  });

  it.each([
    ['the second of them, in the second fold', 'mlp', 1],
    ['the last of them, in the training of the final model', 'cnn', 2],
  ])('broken off in %s, ends as if it had not, byte for byte', async (_, member, index) => {
    const out = await interrupt(
      corpus,
      fused,
      (event) =>
        event.type === 'epoch' && event.role === 'main' && event.member === member && event.index === index,
    );
    const { events } = await runTiny(corpus, { out, resume: true }, fused);
    const resumed = events.filter((event) => event.type === 'resumed' && event.role === 'main');
    expect(resumed[0]).toMatchObject({ index: 0, member: 'ridge', finished: true });
    const files = ['predictions.csv', 'history.csv', 'source/predictions.csv', 'model/recognizer.json'];
    for (const file of [...files, ...members.map(({ name }) => `model/${name}/weights.bin`)]) {
      expect(await readFile(join(out, file))).toEqual(await readFile(join(tiny.result.folder, file)));
    }
    expect((await readdir(out)).sort()).toEqual((await readdir(tiny.result.folder)).sort());
  });

  it('is neither explained nor searched', async () => {
    await expect(runTiny(corpus, { explain: true }, fused)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining('a recipe of one classifier, and `tiny-fusion` averages several'),
    });
    const search = tune(fused, { data: [], out: 'nowhere', engine: await openEngine('tfjs-wasm') });
    await expect(search).rejects.toMatchObject({
      code: 'invalid-recipe',
      message: expect.stringContaining('A search needs a recipe of one classifier'),
    });
  });
});
