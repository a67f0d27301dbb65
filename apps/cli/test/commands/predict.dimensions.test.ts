import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanCorpus } from '@ser/datasets/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus, tinyClip } from '../tinyCorpus.js';

let folder: string;
const ser = (...argv: readonly string[]) => runSer(argv, { cwd: folder });

/** Angry voices are aroused, sad ones are not. */
const arousalOf = (emotion: string) => ({ angry: 7, happy: 6, sad: 1 })[emotion] ?? 4;

beforeAll(async () => {
  folder = await makeTinyCorpus('dimensions');
  const { utterances } = await scanCorpus('ravdess', join(folder, 'voices'));
  const rows = utterances.map(
    ({ path, emotion, speaker }) => `voices/${path},${emotion},${speaker},${arousalOf(emotion)}`,
  );
  await writeFile(join(folder, 'clips.csv'), ['path,label,speaker,arousal', ...rows].join('\n'));
  const recipe = JSON.parse(await readFile(join(folder, 'ridge.json'), 'utf8')) as object;
  const dimensions = [{ name: 'arousal', range: [1, 7] }];
  await writeFile(join(folder, 'arousal.json'), JSON.stringify({ ...recipe, dimensions }));
  const trained = await ser('train', '--recipe', 'arousal.json', '--data', 'clips.csv', '--out', 'run');
  expect(trained.code).toBe(0);
});

const model = ['--model', 'run/model'];

describe('ser predict with a model that predicts dimensions', () => {
  it('gives their values as JSON, text, and for windows', async () => {
    const sad = `voices/${tinyClip.replace('03-01-05', '03-01-04')}`;
    const { stdout } = await ser('predict', `voices/${tinyClip}`, sad, ...model, '--json');
    const [angry, calm] = JSON.parse(stdout) as { dimensions: { arousal: number } }[];
    expect(angry!.dimensions.arousal).toBeGreaterThan(calm!.dimensions.arousal + 2);
    const text = await ser('predict', `voices/${tinyClip}`, ...model, '--window', '1');
    expect(text.stdout).toMatch(/^ {2}arousal +\d\.\d\d$/m);
    const windows = await ser('predict', `voices/${tinyClip}`, ...model, '--window', '1', '--json');
    const [{ segments }] = JSON.parse(windows.stdout) as [{ segments: readonly object[] }];
    expect(segments[0]).toHaveProperty('dimensions.arousal');
  });

  it('writes them as columns, beside those of the table', async () => {
    const { code } = await ser('predict', 'clips.csv', ...model, '--out', 'answers.csv');
    expect(code).toBe(0);
    const [header, first] = (await readFile(join(folder, 'answers.csv'), 'utf8')).split('\n');
    expect(header).toMatch(/^path,label,speaker,arousal,prediction,.*,predicted_arousal$/);
    expect(Number(first!.split(',').at(-1))).toBeGreaterThan(0);
  });
});
