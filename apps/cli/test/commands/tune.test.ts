import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { findRecipe } from '@ser/experiments';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, runSer } from '../runSer.js';

let folder: string;
let tuned: Outcome;

const argv = [
  'tune',
  'mine.json',
  '--data',
  'voices',
  '--out',
  'tuned',
  '--engine',
  'tfjs-wasm',
  '--workers',
  '2',
];
const ser = (...words: readonly string[]) => runSer(words, { cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-tuned-'));
  await writeSyntheticCorpus(join(folder, 'voices'), { speakers: 4, repetitions: 1 });
  const search = {
    parameters: { '/training/optimizer/learningRate': { kind: 'log', low: 0.0001, high: 0.01 } },
    trials: 3,
  };
  const { members, ...voices } = findRecipe('synthetic-voices');
  const recipe = { ...voices, members: [{ ...members[0]!, training: { epochs: 2 } }], search };
  await writeFile(join(folder, 'mine.json'), JSON.stringify(recipe));
  tuned = await ser(...argv);
}, 40_000);

afterAll(() => rm(folder, { recursive: true }));

describe('ser tune', () => {
  it('says what is best, what it is worth on new voices, and where everything lies', () => {
    expect(tuned.code).toBe(0);
    expect(tuned.stdout).toMatch(
      /best of 3 trials: trial \d\n {2}\/training\/optimizer\/learningRate {2}[\d.]+ {2}recipe: 0.001/,
    );
    expect(tuned.stdout).toMatch(/UAR on test speakers +\d+\.\d % {2}1 voice the search never heard\n/);
    expect(tuned.stdout).toMatch(/UAR on validation speakers +\d+\.\d % {2}1 voice that chose the trial\n/);
    expect(tuned.stdout).toContain('synthetic voices: these figures say nothing about people');
    expect(tuned.stdout).toMatch(/report {2}tuned\/tuning\.html\n {2}recipe {2}tuned\/best-recipe\.json\n/);
  });

  it('shows on standard error who is tested, what is tried, and how far it is', () => {
    expect(tuned.stderr).toMatch(/^protocol: Speaker-independent hold-out: tested on 1 of 4 speakers/m);
    expect(tuned.stderr).toMatch(/^search: 3 trials, halving of 1, then 2 epochs, 2 at a time$/m);
    expect(tuned.stderr).toMatch(/^trial epochs 5\/5 {2}trial \d, UAR \d+\.\d % after 1 epoch$/m);
    expect(tuned.stderr).toMatch(/^best: trial \d, UAR \d+\.\d % after 2 epochs on the validation speakers/m);
  });

  it('with --json answers with one document; done before, nothing is trained again', async () => {
    const { code, stdout, stderr } = await ser(...argv, '--json');
    expect(code).toBe(0);
    expect(stderr).toContain('goes on after 4 finished trainings');
    expect(stderr).not.toContain('trial epochs');
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      out: 'tuned',
      report: 'tuned/tuning.html',
      recipe: 'tuned/best-recipe.json',
    });
    expect(answer.tuning).toEqual(JSON.parse(await readFile(join(folder, 'tuned', 'tuning.json'), 'utf8')));
  });

  it('leaves a recipe that `ser train` repeats', async () => {
    const recipe = join('tuned', 'best-recipe.json');
    const { code, stdout } = await ser(
      ...['train', '--recipe', recipe, '--data', 'voices', '--out', 'again', '--engine', 'tfjs-wasm'],
      '--json',
    );
    expect(code).toBe(0);
    const { tuning } = JSON.parse((await ser(...argv, '--json')).stdout);
    expect(JSON.parse(stdout).metrics.pooled).toEqual(tuning.test.pooled);
  });

  it('refuses to go on with another seed', async () => {
    const { code, stdout } = await ser(...argv, '--seed', '2', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'different-search',
        message: expect.stringContaining('seed 1, not 2'),
        file: expect.any(String),
      },
    });
  });

  it('stopped by Ctrl-C, says what is kept', async () => {
    const controller = new AbortController();
    const stderr = new Writable({
      write(chunk: Buffer, _encoding, done) {
        if (chunk.toString().startsWith('search:')) controller.abort();
        done();
      },
    });
    const out = ['--out', 'stopped', '--json'];
    const outcome = await runSer([...argv, ...out], { cwd: folder, stderr, signal: controller.signal });
    expect(outcome.code).toBe(130);
    expect(JSON.parse(outcome.stdout).error).toEqual({
      code: 'interrupted',
      message: 'Interrupted. stopped holds 0 finished trainings; the same command goes on from there.',
    });
  });

  it.each([
    ['a recipe without a search', ['tune', 'synthetic-voices', ...argv.slice(2)], 'has no `search`'],
    [
      'an unknown way to search',
      [...argv, '--search', 'grid'],
      '`--search` must be one of halving, asha, random, got `grid`.',
    ],
    ['no trials', [...argv, '--trials', '0'], '`--trials` must be a whole number >= 1, got `0`.'],
    ['no recipe', ['tune', ...argv.slice(2)], 'Missing required argument `recipe`.'],
  ])('refuses %s with 2', async (_, words, message) => {
    const { code, stderr } = await ser(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('See `ser tune --help`.');
  });
});
