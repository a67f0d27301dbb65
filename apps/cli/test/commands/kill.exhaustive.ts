import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RandomStream } from '@ser/core';
import { findRecipe } from '@ser/experiments';
import { beforeAll, describe, expect, it } from 'vitest';
import { killedSer } from '../killedSer.js';
import { runSer } from '../runSer.js';
import { makeTinyCorpus } from '../tinyCorpus.js';

// `SER_KILLS=20 npx vitest run --mode all test/commands/kill.exhaustive.ts` kills 20 processes of each kind, and prints where.
const { SER_KILLS } = process.env;
const nKills = Number(SER_KILLS ?? 2);

let folder: string;

beforeAll(async () => {
  folder = await makeTinyCorpus('kills');
  await writeFile(join(folder, 'search.json'), JSON.stringify(searchedRecipe()));
  const { labels } = findRecipe('synthetic-voices');
  const functionals = { ...findRecipe('functionals'), labels };
  await writeFile(join(folder, 'functionals.json'), JSON.stringify(functionals));
});

/** Twelve trials in three rungs: they take as long as starting their process. */
function searchedRecipe(): object {
  const { members, ...voices } = findRecipe('synthetic-voices');
  const parameters = { '/training/optimizer/learningRate': { kind: 'log', low: 0.0001, high: 0.01 } };
  const training = { ...members[0]!.training, epochs: 12 };
  return {
    ...voices,
    members: [{ ...members[0]!, training }],
    search: { parameters, trials: 12, minEpochs: 3 },
  };
}

interface Kind {
  readonly name: string;
  readonly argv: readonly string[];
  /** What continues an interrupted run. */
  readonly resume: readonly string[];
  readonly predictions: string;
}

const voices = ['--data', 'ravdess=voices'];
const kinds: readonly Kind[] = [
  {
    name: 'a network',
    argv: ['train', '--recipe', 'synthetic-voices', ...voices, '--split', 'speaker-folds', '--epochs', '6'],
    resume: ['--resume'],
    predictions: 'predictions.csv',
  },
  {
    name: 'functionals',
    argv: ['train', '--recipe', 'functionals.json', ...voices],
    resume: ['--resume'],
    predictions: 'predictions.csv',
  },
  {
    name: 'a search',
    argv: ['tune', '--recipe', 'search.json', ...voices, '--workers', '1'],
    resume: [],
    predictions: 'best/predictions.csv',
  },
  {
    name: 'an extraction with a cache',
    argv: ['train', '--recipe', 'ridge.json', ...voices, '--cache', 'CACHE'],
    resume: ['--resume'],
    predictions: 'predictions.csv',
  },
];

/** How far a killed run had come, from the files in its folder. */
async function stageOf(out: string): Promise<string> {
  const names = await readdir(join(folder, out), { recursive: true }).catch((): string[] => []);
  const has = (...files: readonly string[]) => files.some((file) => names.includes(file));
  if (has('report.html', 'tuning.html')) return 'finished';
  if (has('checkpoints/clips.json', 'best/checkpoints/clips.json')) return 'training';
  if (has('trials.jsonl')) return 'trials';
  if (has('checkpoints', 'features', 'best')) return 'features';
  return 'start';
}

describe.each(kinds)('$name, killed at random moments', ({ name, argv, resume, predictions }) => {
  const argvOf = (out: string) => [
    ...argv.map((word) => (word === 'CACHE' ? `${out}-cache` : word)),
    ...['--out', out],
  ];
  const id = name.replaceAll(' ', '-');
  const resultOf = (out: string) => readFile(join(folder, out, predictions), 'utf8');
  let whole: string;
  let milliseconds: number;

  beforeAll(async () => {
    const end = await killedSer(argvOf(`${id}-whole`), { cwd: folder, out: `${id}-whole` });
    expect(end.code).toBe(0);
    milliseconds = end.milliseconds;
    whole = await resultOf(`${id}-whole`);
  });

  const random = new RandomStream(17);
  const moments = Array.from({ length: nKills }, (_, i) => [i + 1, random.uniform()] as const);

  it.each(moments)('gives the same predictions after kill %i', async (n, moment) => {
    const out = `${id}-${n}`;
    const killAfter = moment * milliseconds;
    const end = await killedSer(argvOf(out), { cwd: folder, out, killAfter });
    if (end.signal === null) milliseconds = Math.min(milliseconds, end.milliseconds); // the machine is faster now
    const stage = await stageOf(out);
    const continued = await runSer([...argvOf(out), ...resume, '--json'], { cwd: folder });
    if (stage !== 'finished') expect(continued, continued.stderr).toMatchObject({ code: 0 });
    expect(await resultOf(out)).toBe(whole);
    expect((await readdir(join(folder, out))).filter((file) => /lock|\.part$/.test(file))).toEqual([]);
    if (SER_KILLS !== undefined) {
      console.info(`${name}: ${end.signal ?? 'ended'} after ${Math.round(killAfter)} ms, ${stage}: same`);
    }
  });
});
