import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunMetrics } from '../../src/measures/runMetrics.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { rowsOf, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

const recipe = parseRecipe({
  ...tinyJson,
  notes: ['The source tested on its training speakers.'],
  sourceSplit: { kind: 'random', testFraction: 0.25 },
});

let corpus: string;
let both: Awaited<ReturnType<typeof runTiny>>;

beforeAll(async () => {
  corpus = await tinyCorpus();
  both = await runTiny(corpus, {}, recipe);
});

describe("a recipe with its source's split", () => {
  it('is run with both, and saves the model of its own split', () => {
    const { metrics } = both.result;
    expect(metrics.speakerIndependent).toBe(true);
    expect(metrics.source).toMatchObject({ speakerIndependent: false, chance: 0.25 });
    expect(metrics.source!.protocol).toMatch(/^Speaker-dependent/);
    expect(metrics.source!.folds[0]!.test.clips).toBe(14);
    expect(metrics.model!.speakers).toEqual(metrics.folds[0]!.train.speakers);
  });

  it('keeps the tables of the source in a folder of their own', async () => {
    expect((await readdir(join(both.result.folder, 'source'))).sort()).toEqual([
      'charts',
      'history.csv',
      'metrics.json',
      'predictions.csv',
      'split.json',
    ]);
    expect(rowsOf(await both.read('source/predictions.csv'))).toHaveLength(14);
    const { pooled, seconds, model } = JSON.parse(await both.read('source/metrics.json')) as RunMetrics;
    expect(pooled).toEqual(both.result.metrics.source!.pooled);
    expect(seconds.train).toBeLessThanOrEqual(both.result.metrics.seconds.train);
    expect(model).toBeNull();
  });

  it('gives the same scores as each split alone', async () => {
    const own = await runTiny(corpus, { sourceSplit: false }, recipe);
    expect(await own.read('predictions.csv')).toBe(await both.read('predictions.csv'));
    const random = await runTiny(corpus, { split: { kind: 'random', testFraction: 0.25 } }, recipe);
    expect(await random.read('predictions.csv')).toBe(await both.read('source/predictions.csv'));
    for (const { result } of [own, random]) {
      expect(result.metrics.source).toBeUndefined();
      expect(result.recipe.sourceSplit).toBeUndefined();
      expect(await readdir(result.folder)).not.toContain('source');
    }
  });

  it('shows both in the report, with the meaning of the difference and the notes', async () => {
    const report = (await both.read('report.html')).replaceAll('\u00a0', ' ');
    expect(report).toContain('Comparison with the source’s split');
    expect(report).toMatch(
      /On unseen speakers, the UAR is \d+\.\d%; the \d+\.\d% of the source’s split are for speakers/,
    );
    expect(report).toContain('The source tested on its training speakers.');
  });

  it('names the split in its events', () => {
    const roles = both.events.flatMap((event) => (event.type === 'scored' ? event.role : []));
    expect(roles).toEqual(['main', 'source']);
  });
});

describe('callbacks with validation clips', () => {
  const watchful = parseRecipe({
    ...tinyJson,
    split: { kind: 'speaker-folds', folds: 2, validationFraction: 0.4 },
    training: { epochs: 8, batchSize: 16, earlyStopping: { minDelta: 100 } },
  });

  it('stop training, in the folds and for the final model', async () => {
    const { result, read } = await runTiny(corpus, {}, watchful);
    expect(result.metrics.folds.map(({ epochs }) => epochs)).toEqual([2, 2]);
    const final = rowsOf(await read('history.csv')).filter(({ fold }) => fold === 'final');
    expect(final).toHaveLength(2);
    expect(final[0]!['validationLoss']).not.toBe('');
  });

  it('count validation speakers as speakers of the final model', async () => {
    const { result } = await runTiny(corpus, {}, watchful);
    expect(result.metrics.model).toMatchObject({
      refitted: true,
      clips: 56,
      speakers: ['01', '02', '03', '04'],
    });
  });

  it('keep their validation clips with another split', async () => {
    const { result } = await runTiny(corpus, { split: { kind: 'speaker' }, finalModel: 'none' }, watchful);
    expect(result.recipe.split).toEqual({ kind: 'speaker', validationFraction: 0.4 });
    expect(result.metrics.folds[0]!.validation.clips).toBeGreaterThan(0);
  });
});
