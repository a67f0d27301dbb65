import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus } from '../tinyCorpus.js';

let folder: string;

beforeAll(async () => {
  folder = await makeTinyCorpus('train');
});

const train = (recipe: string, out: string, ...options: readonly string[]) =>
  runSer(['train', '--recipe', recipe, '--data', 'voices', '--out', out, ...options], { cwd: folder });

describe('ser train', () => {
  it('writes the files of the run folder, and with --json answers with the metrics in it', async () => {
    const { code, stdout } = await train('synthetic-voices', 'run', '--epochs', '1', '--json');
    expect(code).toBe(0);
    expect((await readdir(join(folder, 'run'))).sort()).toEqual([
      'charts',
      'history.csv',
      'metrics.json',
      'model',
      'predictions.csv',
      'recipe.json',
      'report.html',
      'split.json',
    ]);
    const { metrics, ...places } = JSON.parse(stdout);
    expect(places).toEqual({ out: 'run', report: 'run/report.html', model: 'run/model' });
    expect(metrics).toEqual(JSON.parse(await readFile(join(folder, 'run/metrics.json'), 'utf8')));
  });

  it('writes one event per line with --json --events, and then the answer', async () => {
    const options = ['--split', 'speaker-folds', '--folds', '2', '--epochs', '2', '--json', '--events'];
    const { code, stdout } = await train('synthetic-voices', 'events', ...options);
    expect(code).toBe(0);
    const types = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types[0]).toBe('engine');
    // two folds and the final model
    expect(types.filter((type) => type === 'epoch')).toHaveLength(3 * 2);
    expect(types.filter((type) => type === 'scored')).toHaveLength(2);
    expect(types.at(-1)).toBe('done');
  });

  it('gives byte-identical predictions for the same seed', async () => {
    const options = ['--seed', '5', '--epochs', '1'];
    await train('synthetic-voices', 'first', ...options);
    await train('synthetic-voices', 'second', ...options);
    const predictions = (run: string) => readFile(join(folder, run, 'predictions.csv'), 'utf8');
    expect(await predictions('first')).toBe(await predictions('second'));
  });

  it('says next to the UAR that a random split is speaker-dependent', async () => {
    const { stdout } = await train('ridge.json', 'random', '--split', 'random');
    expect(stdout).toMatch(
      /^UAR .* SPEAKER-DEPENDENT: test speakers were also in the training data; expect worse results/m,
    );
  });

  it('ends with exit code 2 for a split that the recipe cannot have', async () => {
    const { code, stderr } = await train('ridge.json', 'none', '--split', 'leave-one-corpus-out');
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: .*at least 2 corpora; got 1\./);
    expect(stderr).toContain('See `ser train --help`.');
  });

  it('reads a recipe from a file', async () => {
    const { stdout } = await runSer(['recipes', 'show', 'synthetic-voices']);
    const recipe = JSON.parse(stdout) as { members: object[] };
    const members = [{ ...recipe.members[0], training: { epochs: 1 } }];
    await writeFile(join(folder, 'mine.json'), JSON.stringify({ ...recipe, name: 'mine', members }));
    const options = ['--recipe', './mine.json', '--data', 'ravdess=voices', '--out', 'mine'];
    const trained = await runSer(['train', ...options], { cwd: folder });
    expect(trained.code).toBe(0);
    expect(trained.stdout).toContain('\nmine: ');
  });

  it('names the file and the field of an invalid recipe', async () => {
    await writeFile(join(folder, 'bad.json'), '{ "name": "bad", "epochs": 3 }');
    const { code, stderr } = await train('bad.json', 'bad');
    expect(code).toBe(2);
    expect(stderr).toContain('`bad.json` is not valid');
    expect(stderr).toContain('labels: ');
  });

  it('names the file that is not JSON', async () => {
    await writeFile(join(folder, 'text.json'), 'epochs: 3');
    const { code, stderr } = await train('text.json', 'text');
    expect(code).toBe(2);
    expect(stderr).toContain('error: `text.json` is not valid JSON: ');
  });
});
