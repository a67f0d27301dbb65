import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/compare/compareRuns.js';
import { comparisonPage } from '../../src/compare/comparisonPage.js';
import { measure } from '../../src/measures/measure.js';
import { predictionsCsv } from '../../src/measures/predictionsCsv.js';
import type { RunMetrics } from '../../src/measures/runMetrics.js';
import type { ClipPrediction } from '../../src/training/predict.js';
import { labels, prediction, predictionsOf, sampleMetrics } from '../sampleRun.js';

const speakers = ['01', '02', '03', '04', '05', '06', '07', '08'];
/** One wrong prediction in three, and one in nine. */
const [worse, better] = [predictionsOf(speakers, 3), predictionsOf(speakers, 9)];

let folder: string;
const at = (...path: readonly string[]) => join(folder, ...path);

async function writeRun(
  name: string,
  predictions: readonly ClipPrediction[],
  overrides: Partial<RunMetrics> = {},
): Promise<string> {
  await mkdir(at(name), { recursive: true });
  const metrics = sampleMetrics({ ...measure([predictions], { labels, seed: 1 }), ...overrides });
  await writeFile(at(name, 'metrics.json'), JSON.stringify(metrics));
  await writeFile(at(name, 'predictions.csv'), predictionsCsv(predictions, metrics.labels));
  return at(name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-compare-'));
  await writeRun('worse', worse);
  await writeRun('better', better);
});

afterAll(() => rm(folder, { recursive: true }));

describe('compareRuns', () => {
  it('compares each run with the first', async () => {
    const { runs, clips, speakers: nSpeakers, comparisons } = await compareRuns([at('worse'), at('better')]);
    expect([clips, nSpeakers]).toEqual([64, 8]);
    expect(runs.map(({ name }) => name)).toEqual(['worse', 'better']);
    expect(runs[1]!.uar).toBeCloseTo(57 / 64, 12); // seven of the 64 are wrong
    expect(runs[0]!.recalls['neutral']).toBeCloseTo(11 / 16, 12); // 5 of 16
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0]).toMatchObject({ run: 'better', baseline: 'worse' });
    expect(comparisons[0]!.difference!.value).toBeCloseTo(runs[1]!.uar - runs[0]!.uar, 12);
  });

  it('pairs speakers and clips', async () => {
    const [comparison] = (await compareRuns([at('worse'), at('better')])).comparisons;
    expect(comparison!.bySpeaker.map(({ speaker }) => speaker)).toEqual(
      speakers.map((speaker) => `ravdess/${speaker}`),
    );
    const { onlyFirst, onlySecond } = comparison!.mcnemar;
    const wrong = (predictions: readonly ClipPrediction[]) =>
      predictions.filter(({ actual, predicted }) => actual !== predicted).length;
    expect(onlySecond - onlyFirst).toBe(wrong(worse) - wrong(better));
    expect(comparison!.wilcoxon!.pValue).toBeLessThan(0.05);
  });

  it('finds no difference between a run and itself', async () => {
    const [comparison] = (await compareRuns([at('better'), at('better')])).comparisons;
    expect(comparison!.difference!.value).toBe(0);
    expect(comparison!.wilcoxon).toMatchObject({ pValue: 1, nDifferences: 0 });
    expect(comparison!.mcnemar.exactPValue).toBe(1);
  });

  it('corrects for several comparisons', async () => {
    const { comparisons } = await compareRuns([at('worse'), at('better'), at('worse')]);
    const [first] = comparisons;
    expect(first!.wilcoxon!.adjustedPValue).toBeCloseTo(2 * first!.wilcoxon!.pValue, 12);
  });

  it('does not depend on the order of the clips', async () => {
    await writeRun('reversed', [...better].reverse());
    const [comparison] = (await compareRuns([at('better'), at('reversed')])).comparisons;
    expect(comparison!.mcnemar).toMatchObject({ onlyFirst: 0, onlySecond: 0 });
  });

  it('has no test with one speaker, and says so', async () => {
    await writeRun('one', predictionsOf(['01'], 3));
    const comparison = await compareRuns([at('one'), at('one')]);
    expect(comparison.comparisons[0]).toMatchObject({ difference: null, wilcoxon: null, bySpeaker: [] });
    expect(comparison.caveats.join(' ')).toContain('With 1 speaker');
    expect(comparison.comparisons[0]!.sentence).toContain('With one speaker, there is no test');
  });

  it('warns if one of the runs was trained on the speakers, and of synthetic voices', async () => {
    await writeRun('dependent', better, { speakerIndependent: false, synthetic: true });
    const { caveats } = await compareRuns([at('worse'), at('dependent')]);
    expect(caveats).toEqual([
      expect.stringContaining('dependent was trained on the tested speakers, the others were not'),
      expect.stringContaining('The voices are synthetic'),
    ]);
  });

  it('ignores a clip that one of the runs could not read, and says so', async () => {
    const [first, ...rest] = better;
    const { corpus, path } = first!.utterance;
    const skipped = [{ corpus, path, code: 'truncated-file', message: 'It ends too early.' }];
    await writeRun('skipping', rest, { skipped });
    const { clips, caveats } = await compareRuns([at('worse'), at('skipping')]);
    expect(clips).toBe(63);
    expect(caveats[0]).toMatch(/^1 clip that not every run could read is left out of the tests/);
  });

  it('accepts the source split of a run, with the name of the run', async () => {
    await writeRun(join('worse', 'source'), better);
    const { runs } = await compareRuns([at('worse'), at('worse', 'source')]);
    expect(runs.map(({ name }) => name)).toEqual(['worse', 'worse/source']);
  });
});

describe('compareRuns refuses, and says why and how to fix it', () => {
  it('other test clips', async () => {
    await writeRun('fewer', [...predictionsOf(speakers.slice(1), 3), prediction('09', 'sad', true)]);
    await expect(compareRuns([at('worse'), at('fewer')])).rejects.toMatchObject({
      code: 'not-comparable',
      file: at('fewer'),
      message: expect.stringMatching(
        /tested on different clips: 56 clips in both, 8 only in the first, and 1 only in the second \(for example ravdess\/Actor_09\/.*\)\. Run both/,
      ),
    });
  });

  it('other emotions', async () => {
    await writeRun('other', better, { labels: ['neutral', 'happy', 'sad', 'fear'] });
    await expect(compareRuns([at('worse'), at('other')])).rejects.toMatchObject({
      code: 'not-comparable',
      message: expect.stringContaining('only one of them has the labels angry and fear'),
    });
  });

  it('the same clip with another label', async () => {
    const [first, ...rest] = better;
    await writeRun('relabeled', [{ ...first!, actual: 3 }, ...rest]);
    await expect(compareRuns([at('worse'), at('relabeled')])).rejects.toMatchObject({
      code: 'not-comparable',
      message: expect.stringContaining('is labeled neutral in the first and angry in the second'),
    });
  });

  it.each([
    ['no folder', 'nowhere', {}, 'it has no `metrics.json`'],
    [
      'metrics of something else',
      'odd',
      { 'metrics.json': '{"uar": 1}' },
      'is not from a run of this version',
    ],
    ['no JSON', 'torn', { 'metrics.json': '{' }, 'is not from a run of this version'],
    ['another table', 'table', { 'predictions.csv': 'a,b\n1,2\n' }, 'is not a table of predictions'],
  ])('%s', async (_, name, files, fragment) => {
    if (Object.keys(files).length > 0) await writeRun(name, better);
    for (const [file, text] of Object.entries(files)) await writeFile(at(name, file), text);
    await expect(compareRuns([at('worse'), at(name)])).rejects.toMatchObject({
      code: 'not-a-run',
      message: expect.stringContaining(fragment),
    });
  });

  it('a single run', async () => {
    await expect(compareRuns([at('worse')])).rejects.toMatchObject({ code: 'invalid-option' });
  });
});

describe('comparisonSentence', () => {
  it('states the difference, its interval, and the significance', async () => {
    const comparison = await compareRuns([at('worse'), at('better')]);
    expect(comparison.comparisons[0]!.sentence).toMatch(
      /^better has a UAR of 89\.1%, \d+\.\d points above worse \(95% interval of the difference: \d+\.\d to \d+\.\d\)\. Over 8 speakers, the difference is significant \(Wilcoxon’s signed-rank test, p = 0\.0\d+\)\.$/,
    );
  });
});

describe('comparisonPage', () => {
  it('starts with the sentence, and needs neither network nor script', async () => {
    const comparison = await compareRuns([at('worse'), at('better')]);
    const page = comparisonPage(comparison);
    const body = page.split('<body>')[1]!.replace(/\s+/g, ' ');
    expect(body).toMatch(/^ <main> <h1>better has a UAR of 89\.1/);
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
    expect(page.match(/<desc>/g)).toHaveLength(1);
  });
});
