import { access, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRecipe } from '@ser/experiments';
import { type Bench, integersOption, namesOption } from '../bench.js';
import { fromCwd } from '../fromCwd.js';
import { measureSer } from '../longRecording/measureSer.js';
import { markdownTable } from '../markdownTable.js';
import { writeScaleTable } from './scaleTable.js';

/** Recipes to train; `functionals-plain` is `functionals` without augmented copies. */
const recipes = ['functionals', 'functionals-plain', 'encoder'] as const;

/** Largest resident memory of a run, in MiB. */
const memoryBound = 4096;

const head = [
  'recipe',
  'rows',
  'peak memory, MiB',
  'time, s',
  'processor time, s',
  'features, s',
  'training, s',
  'evaluation, s',
  'other, s',
  'UAR',
  'report, KB',
  'predictions.csv, MB',
];

/** Memory and time of `ser train` on tables of many short clips of synthetic speech. */
export const scaleBench: Bench = {
  name: 'scale',
  description:
    'memory and time of `ser train` on a table of short synthetic clips (--rows 10000; --features functionals; 100,000 rows: 12 GB of disk)',
  async run(options) {
    const sizes = integersOption('rows', options, [10_000]);
    const chosen = namesOption('features', { features: options.features ?? 'functionals' }, recipes);
    const folder = await folderOf(options.out);
    try {
      const rows: string[][] = [];
      for (const nRows of sizes) {
        const data = join(folder, `${nRows}-rows`);
        const table = await tableIn(data, nRows);
        for (const recipe of chosen) rows.push(await measuredRow(recipe, table, nRows));
      }
      console.log(markdownTable(head, rows));
    } finally {
      if (options.out === undefined) await rm(folder, { recursive: true });
    }
  },
};

async function folderOf(out: string | undefined): Promise<string> {
  if (out === undefined) return mkdtemp(join(tmpdir(), 'ser-scale-'));
  const folder = fromCwd(out);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** The table of an earlier run of the benchmark is used again. */
async function tableIn(folder: string, nRows: number): Promise<string> {
  const path = join(folder, 'table.csv');
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  return exists ? path : (await writeScaleTable(folder, nRows)).path;
}

/** The name of the recipe, or a file with it. */
async function recipeIn(folder: string, recipe: string): Promise<string> {
  if (recipe !== 'functionals-plain') return recipe;
  const { members, ...others } = findRecipe('functionals');
  const plain = members.map((member) => ({ ...member, augmentation: undefined }));
  const path = join(folder, `${recipe}.json`);
  await writeFile(path, JSON.stringify({ ...others, name: recipe, members: plain }));
  return path;
}

interface Metrics {
  readonly seconds: { readonly extract: number; readonly train: number; readonly evaluate: number };
  readonly pooled: { readonly uar: number };
}

async function measuredRow(recipe: string, table: string, nRows: number): Promise<string[]> {
  const folder = join(table, '..');
  const out = join(folder, recipe);
  await rm(out, { recursive: true, force: true });
  const args = [
    'train',
    '--recipe',
    await recipeIn(folder, recipe),
    '--data',
    table,
    '--split',
    'speaker',
    '--out',
    out,
  ];
  const { residentMb, seconds, cpuSeconds } = await measureSer(args, { folder });
  const metrics = JSON.parse(await readFile(join(out, 'metrics.json'), 'utf8')) as Metrics;
  const { extract, train, evaluate } = metrics.seconds;
  const size = async (file: string) => (await stat(join(out, file))).size;
  if (residentMb > memoryBound) throw new Error(`\`${recipe}\` used ${residentMb.toFixed(0)} MiB.`);
  const times = [extract, train, evaluate, seconds - extract - train - evaluate];
  return [
    `\`${recipe}\``,
    ...[nRows, residentMb, seconds, cpuSeconds, ...times].map((value) => value.toFixed(0)),
    `${(100 * metrics.pooled.uar).toFixed(1)}%`,
    ((await size('report.html')) / 1000).toFixed(0),
    ((await size('predictions.csv')) / 1e6).toFixed(1),
  ];
}
