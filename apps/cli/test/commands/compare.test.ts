import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClipPrediction, measure, predictionsCsv } from '@ser/experiments/steps';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';

const labels = ['happy', 'sad'];
const speakers = ['01', '02', '03', '04', '05', '06', '07', '08'];

/** Answers about ten clips of each speaker, of which so many are wrong. */
function answers(wrong: number): readonly ClipPrediction[] {
  return speakers.flatMap((speaker, s) =>
    Array.from({ length: 10 }, (_, take) => {
      const actual = take % 2;
      const predicted = take < wrong + (s % 2) ? 1 - actual : actual;
      const id = `${speaker}-${take}`;
      const emotion = labels[actual]!;
      const utterance = {
        id,
        recording: id,
        path: `${id}.wav`,
        corpus: 'ravdess',
        speaker,
        emotion,
        language: 'en',
      };
      return { utterance, fold: '1', actual, predicted, probabilities: Float32Array.of(0.5, 0.5) };
    }),
  );
}

describe('ser compare', () => {
  let folder: string;
  const compare = (...argv: readonly string[]) => runSer(['compare', ...argv], { cwd: folder });

  /** What of a run folder a comparison looks at. */
  async function writeRun(name: string, predictions: readonly ClipPrediction[]): Promise<void> {
    const about = {
      recipe: `recipe-${name}`,
      protocol: 'By speaker.',
      speakerIndependent: true,
      synthetic: true,
    };
    const metrics = { ...about, labels, ...measure([predictions], { labels, seed: 1 }) };
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'metrics.json'), JSON.stringify(metrics));
    await writeFile(join(folder, name, 'predictions.csv'), predictionsCsv(predictions, labels));
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ser-compare-'));
    await writeRun('cnn', answers(3));
    await writeRun('ridge', answers(1));
    await writeRun('fewer', answers(1).slice(10));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('shows runs side by side, how far they differ, and whether that may be chance', async () => {
    const { code, stdout, stderr } = await compare('cnn', 'ridge');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}run +UAR +95 % interval/m);
    expect(stdout).toMatch(/^ {2}cnn +65\.0 %/m);
    expect(stdout).toContain('ridge gets a UAR of 85.0 %, 20.0 points above cnn');
    expect(stdout).toContain(
      'Over 8 speakers that is more than chance (Wilcoxon’s signed-rank test, p = 0.0078)',
    );
    expect(stdout).toContain('of 80 clips of 8 speakers');
    expect(stdout).toContain('note: The voices are synthetic');
  });

  it('writes a page, and with --json one document', async () => {
    const { code, stdout } = await compare('cnn', 'ridge', '--out', 'pages/page.html', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      out: 'pages/page.html',
      runs: [
        { name: 'cnn', folder: 'cnn', recipe: 'recipe-cnn' },
        { name: 'ridge', folder: 'ridge' },
      ],
      comparisons: [{ baseline: 'cnn', run: 'ridge', mcnemar: { onlyFirst: 0, onlySecond: 16 } }],
    });
    expect(await readFile(join(folder, 'pages/page.html'), 'utf8')).toMatch(/<h1>ridge gets a UAR of/);
  });

  it('refuses one run as wrong usage, and what is no run', async () => {
    const one = await compare('cnn');
    expect(one).toMatchObject({ code: 2, stdout: '' });
    expect(one.stderr).toContain('needs at least two run folders');
    const none = await compare('cnn', 'pages', '--json');
    expect(none.code).toBe(1);
    expect(JSON.parse(none.stdout)).toMatchObject({ error: { code: 'not-a-run' } });
  });

  it('refuses runs that were tested on different clips, and says so', async () => {
    const { code, stderr } = await compare('cnn', 'fewer');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /cannot be compared: they were tested on different clips: 70 clips in both, 10 only in the/,
    );
  });
});
