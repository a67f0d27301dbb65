import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { findRecipe } from '@ser/experiments';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, runSer } from '../runSer.js';
import { makeTinyCorpus } from '../tinyCorpus.js';

let folder: string;
let tuned: Outcome;

const argv = ['tune', '--recipe', 'search.json', '--data', 'voices', '--out', 'tuned', '--workers', '1'];
const ser = (...words: readonly string[]) => runSer(words, { cwd: folder });

beforeAll(async () => {
  folder = await makeTinyCorpus('tune');
  const search = {
    parameters: { '/training/optimizer/learningRate': { kind: 'log', low: 0.0001, high: 0.01 } },
    trials: 2,
  };
  const { members, ...voices } = findRecipe('synthetic-voices');
  const recipe = { ...voices, members: [{ ...members[0]!, training: { epochs: 2 } }], search };
  await writeFile(join(folder, 'search.json'), JSON.stringify(recipe));
  tuned = await ser(...argv);
});

describe('ser tune', () => {
  it('shows the best recipe, its result on unseen speakers, and where the files are', () => {
    expect(tuned.code).toBe(0);
    expect(tuned.stdout).toMatch(
      /best of 2 trials: trial \d\n {2}\/training\/optimizer\/learningRate {2}[\d.]+ {2}recipe: 0\.\d+\n/,
    );
    expect(tuned.stdout).toMatch(/UAR on test speakers +\d+\.\d% {2}1 speaker that the search did not use\n/);
    expect(tuned.stdout).toMatch(
      /UAR on validation speakers +\d+\.\d% {2}1 speaker that selected the trial\n/,
    );
    expect(tuned.stdout).toContain('generated voices: these results say nothing about human speech');
    expect(tuned.stdout).toMatch(/report {2}tuned\/tuning\.html\n {2}recipe {2}tuned\/best-recipe\.json\n/);
  });

  it('reports the protocol, the search, and its progress on standard error', () => {
    expect(tuned.stderr).toMatch(/^protocol: Speaker-independent hold-out: tested on 1 of 4 speakers/m);
    expect(tuned.stderr).toMatch(/^search: 2 trials, halving of 1, then 2 epochs, 1 at a time$/m);
    expect(tuned.stderr).toMatch(/^trial epochs 4\/4 {2}trial \d, UAR \d+\.\d% after 1 epoch$/m);
    expect(tuned.stderr).toMatch(/^best: trial \d, UAR \d+\.\d% after 2 epochs on the validation speakers/m);
  });

  it('answers with one JSON document, and trains nothing again after a finished search', async () => {
    const { code, stdout, stderr } = await ser(...argv, '--json');
    expect(code).toBe(0);
    expect(stderr).toContain('resumes after 3 finished trainings');
    expect(stderr).not.toContain('trial epochs');
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      out: 'tuned',
      report: 'tuned/tuning.html',
      recipe: 'tuned/best-recipe.json',
    });
    expect(answer.tuning).toEqual(JSON.parse(await readFile(join(folder, 'tuned', 'tuning.json'), 'utf8')));
  });

  it('writes a recipe with which ser train gives the same result', async () => {
    const recipe = join('tuned', 'best-recipe.json');
    const { code, stdout } = await ser(
      ...['train', '--recipe', recipe, '--data', 'voices', '--out', 'again'],
      '--json',
    );
    expect(code).toBe(0);
    const { tuning } = JSON.parse((await ser(...argv, '--json')).stdout);
    expect(JSON.parse(stdout).metrics.pooled).toEqual(tuning.test.pooled);
  });

  it('rejects another seed for the same folder', async () => {
    const { code, stdout } = await ser(...argv, '--seed', '2', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'different-search',
        message: expect.stringMatching(/seed 1\b.*\b2\b/),
        file: expect.any(String),
      },
    });
  });

  it('ends with exit code 130 on Ctrl-C, and reports the finished trainings', async () => {
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
      message:
        'Interrupted. `stopped` contains 0 finished trainings. To continue, run the same command again.',
    });
  });

  it.each([
    ['a recipe without a search', [...argv, '--recipe', 'synthetic-voices'], '`search`'],
    [
      'an unknown search method',
      [...argv, '--search', 'grid'],
      '`--search` must be one of halving, asha, random; got `grid`.',
    ],
    ['no trials', [...argv, '--trials', '0'], '`--trials` must be an integer from 1 to 10000; got `0`.'],
    ['no recipe', ['tune', ...argv.slice(3)], '`--recipe <name|file>` is required.'],
  ])('rejects %s with exit code 2', async (_, words, message) => {
    const { code, stderr } = await ser(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('See `ser tune --help`.');
  });
});
