import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { meanProbabilities } from '@ser/classifiers';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/run/runResult.js';
import { tune } from '../../src/tune/tune.js';
import { interrupt, rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { ensemble, members } from './tinyEnsemble.js';

type Run = Awaited<ReturnType<typeof runTiny>>;
let corpus: string;
let tiny: Run;
/** Each member as a separate recipe. */
let alone: readonly Run[];

beforeAll(async () => {
  corpus = await tinyCorpus();
  tiny = await runTiny(corpus, {}, ensemble);
  const runs: Run[] = [];
  for (const member of members) runs.push(await runTiny(corpus, {}, { ...ensemble, members: [member] }));
  alone = runs;
});

const probabilitiesOf = ({ predictions }: RunResult) =>
  Float32Array.from(predictions.flatMap(({ probabilities }) => [...probabilities]));

describe('a recipe with several members', () => {
  it('averages the probabilities that each member has as a separate recipe', () => {
    const mean = meanProbabilities(
      alone.map(({ result }) => probabilitiesOf(result)),
      [1, 2, 1],
    );
    expect(probabilitiesOf(tiny.result)).toEqual(mean);
  });

  it('measures each member alone, with the same scores as a separate recipe', () => {
    const { metrics } = tiny.result;
    expect(metrics.members.map(({ name, weight }) => [name, weight])).toEqual([
      ['ridge', 1],
      ['mlp', 2],
      ['cnn', 1],
    ]);
    for (const [index, { result }] of alone.entries()) {
      const { pooled, interval, folds, source } = result.metrics;
      const { accuracy, uar, macroF1 } = pooled;
      expect(metrics.members[index]).toMatchObject({ accuracy, uar, macroF1, interval });
      expect(metrics.source!.members[index]).toMatchObject({ uar: source!.pooled.uar });
      metrics.folds.forEach((fold, at) => {
        expect(fold.members[index]).toEqual(folds[at]!.members[0]);
      });
    }
    expect(metrics.folds[0]).toMatchObject({ epochs: 3 });
  });

  it('has the same form with one member', () => {
    for (const [index, { result }] of alone.entries()) {
      const { members: own, pooled, interval } = result.metrics;
      const { accuracy, uar, macroF1 } = pooled;
      expect(own).toMatchObject([{ name: members[index]!.name, accuracy, uar, macroF1, interval }]);
    }
  });

  it('names the member of each epoch, and reads each clip once for all of them', () => {
    const epochs = tiny.events.flatMap((event) =>
      event.type === 'epoch' && event.role === 'main' && event.index === 0 ? [event.member] : [],
    );
    expect(epochs).toEqual(['ridge', 'mlp', 'mlp', 'mlp', 'cnn', 'cnn']);
    const scored = tiny.events.filter((event) => event.type === 'scored' && event.role === 'main');
    expect(scored).toHaveLength(2);
    scored.forEach((event) => expect(event).not.toHaveProperty('member'));
    expect(tiny.events.filter(({ type }) => type === 'extracted')).toHaveLength(56);
    expect(tiny.events.filter(({ type }) => type === 'augmented')).toHaveLength(56);
  });

  it('writes the history of each member', async () => {
    const rows = rowsOf(await tiny.read('history.csv'));
    const epochsOf = (fold: string) =>
      rows.filter((row) => row['fold'] === fold).map(({ member, epoch }) => `${member} ${epoch}`);
    const all = ['ridge 1', 'mlp 1', 'mlp 2', 'mlp 3', 'cnn 1', 'cnn 2'];
    expect(epochsOf(tiny.result.metrics.folds[1]!.fold)).toEqual(all);
    expect(epochsOf('final')).toEqual(all);
  });

  it('shows in the report the scores of each member, and how it was trained', async () => {
    const page = await tiny.read('report.html');
    expect(page).toContain('Members of the ensemble');
    expect(page).toMatch(/mlp<\/th>\s*<td class="number">50\.0<\/td>/);
    expect(page).toContain('Training (ridge)');
    expect(page).toContain('Loss of mlp in training, by fold');
    expect(page).not.toContain('Loss of ridge');
    expect(page).toContain('Augmented copies of each training clip (ridge)');
    expect(await alone[0]!.read('report.html')).not.toContain('Members of the ensemble');
  });

  it('saves one model that averages the members', async () => {
    const engine = await openEngine('tfjs-wasm');
    for (const [index, { name }] of members.entries()) {
      const own = await readFile(join(alone[index]!.result.modelFolder!, name, 'weights.bin'));
      expect(await readFile(join(tiny.result.modelFolder!, name, 'weights.bin'))).toEqual(own);
    }
    expect(await tiny.read('model/README.md')).toContain('| mlp | 50.0% | `mfcc` |');

    const clip = join(corpus, tiny.result.predictions[0]!.utterance.path);
    const predict = async ({ result }: Run) => {
      const recognizer = await Recognizer.load(result.modelFolder!, { engine });
      const { probabilities } = await recognizer.predict(clip, { assumeSpeech: true });
      recognizer.dispose();
      return Float32Array.from(Object.values(probabilities));
    };
    const own: Float32Array[] = [];
    for (const run of alone) own.push(await predict(run));
    expect(await predict(tiny)).toEqual(meanProbabilities(own, [1, 2, 1]));
  });

  it('applies another normalization and number of epochs to all members', async () => {
    const { result } = await runTiny(
      corpus,
      { normalize: 'speaker', epochs: 1, finalModel: 'none' },
      ensemble,
    );
    const changed = result.recipe.members;
    expect(changed.map(({ normalize }) => normalize)).toEqual(Array(3).fill({ scope: 'speaker', clip: 3 }));
    expect(changed.map(({ training: { epochs } }) => epochs)).toEqual([1, 1, 1]);
    expect(result.metrics.normalization).toMatchObject({ scope: 'speaker', unseenSpeakers: 'own' });
  });

  it('gives the same results after an interruption in the second member of the second fold', async () => {
    const out = await interrupt(
      corpus,
      ensemble,
      (event) =>
        event.type === 'epoch' && event.role === 'main' && event.member === 'mlp' && event.index === 1,
    );
    const { events } = await runTiny(corpus, { out, resume: true }, ensemble);
    const resumed = events.filter((event) => event.type === 'resumed' && event.role === 'main');
    expect(resumed[0]).toMatchObject({ index: 0, member: 'ridge', finished: true });
    const files = ['predictions.csv', 'history.csv', 'source/predictions.csv', 'model/recognizer.json'];
    for (const file of [...files, ...members.map(({ name }) => `model/${name}/weights.bin`)]) {
      expect(await readFile(join(out, file))).toEqual(await readFile(join(tiny.result.folder, file)));
    }
    expect((await readdir(out)).sort()).toEqual((await readdir(tiny.result.folder)).sort());
  });

  it('cannot be explained or searched', async () => {
    await expect(runTiny(corpus, { explain: true }, ensemble)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining('a recipe with one member; got `tiny-ensemble`, which has 3'),
    });
    const search = tune(ensemble, { data: [], out: 'nowhere', engine: await openEngine('tfjs-wasm') });
    await expect(search).rejects.toMatchObject({
      code: 'invalid-recipe',
      message: expect.stringContaining('A search needs a recipe with one member'),
    });
  });
});
