import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClipPrediction, measure, predictionsCsv } from '@ser/experiments/steps';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';

const labels = ['happy', 'sad'];
const speakers = ['01', '02', '03', '04', '05', '06', '07', '08'];

/** Predictions for ten clips of each speaker, of which `wrong` or one more are wrong. */
function makePredictions(wrong: number): readonly ClipPrediction[] {
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
      const probabilities = Float32Array.from(labels, (_, label) => (label === predicted ? 0.75 : 0.25));
      return { utterance, fold: '1', actual, predicted, probabilities };
    }),
  );
}

describe('ser compare', () => {
  let folder: string;
  const compare = (...argv: readonly string[]) => runSer(['compare', ...argv], { cwd: folder });

  /** Writes the files of a run folder that a comparison reads. */
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
    folder = await makeFolder('compare');
    await writeRun('cnn', makePredictions(3));
    await writeRun('ridge', makePredictions(1));
    await writeRun('fewer', makePredictions(1).slice(10));
  });

  it('shows the runs, their difference, and whether it is significant', async () => {
    const { code, stdout, stderr } = await compare('cnn', 'ridge');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}run +UAR +95% interval/m);
    expect(stdout).toMatch(/^ {2}cnn +65\.0%/m);
    expect(stdout).toMatch(/ridge has a UAR of 85\.0\s?%, 20\.0 points above cnn/);
    expect(stdout).toContain(
      'Over 8 speakers, the difference is significant (Wilcoxon’s signed-rank test, p = 0.0078)',
    );
    expect(stdout).toContain('of 80 clips of 8 speakers');
    expect(stdout).toMatch(/^note: .*synthetic/m);
  });

  it('writes a page, and answers with one JSON document', async () => {
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
    expect(await readFile(join(folder, 'pages/page.html'), 'utf8')).toMatch(/<h1>ridge has a UAR of/);
  });

  it('rejects a single run and a folder without a run', async () => {
    const one = await compare('cnn');
    expect(one).toMatchObject({ code: 2, stdout: '' });
    expect(one.stderr).toContain(
      '`ser compare` needs at least two run folders; got 1. Add another run folder.',
    );
    const none = await compare('cnn', 'pages', '--json');
    expect(none.code).toBe(1);
    expect(JSON.parse(none.stdout)).toMatchObject({ error: { code: 'not-a-run' } });
  });

  it('rejects runs that were tested on different clips', async () => {
    const { code, stderr } = await compare('cnn', 'fewer');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /cannot be compared: they were tested on different clips: 70 clips in both, 10 only in the/,
    );
  });
});
