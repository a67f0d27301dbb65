import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRecipe } from '@ser/experiments';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareRecipe, type Runner } from '../../src/recipes/compareRecipe.js';
import { runResult } from './runResults.js';

const settings = { recipe: findRecipe('ravdess-cnn'), data: ['ravdess=corpus'] };

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ser-comparison-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Runners that only record their calls. */
function recordingRunners(runs: string[]) {
  const runner =
    (system: string): Runner =>
    (_files, _settings, seed) => {
      runs.push(`${system} ${seed}`);
      return runResult(system, 10);
    };
  return { ours: runner('ours'), reference: runner('reference') };
}

describe('compareRecipe', () => {
  it('runs both systems alternately, seed by seed', () => {
    const runs: string[] = [];
    compareRecipe(folder, { settings, seeds: [1, 2], runners: recordingRunners(runs) });
    expect(runs).toEqual(['ours 1', 'reference 1', 'ours 2', 'reference 2']);
  });

  it('continues an interrupted comparison without repeating runs', () => {
    const runs: string[] = [];
    const runners = recordingRunners(runs);
    const broken = () => {
      throw new Error('out of memory');
    };
    expect(() =>
      compareRecipe(folder, { settings, seeds: [1, 2], runners: { ...runners, reference: broken } }),
    ).toThrow();
    const results = compareRecipe(folder, { settings, seeds: [1, 2], runners });
    expect(runs).toEqual(['ours 1', 'reference 1', 'ours 2', 'reference 2']);
    expect(results.map(({ seed, reference }) => [seed, reference.what])).toEqual([
      [1, 'reference'],
      [2, 'reference'],
    ]);
  });

  it('rejects a folder with results of other settings', () => {
    const runners = recordingRunners([]);
    compareRecipe(folder, { settings, seeds: [1], runners });
    const again = () => compareRecipe(folder, { settings: { ...settings, threads: 1 }, seeds: [1], runners });
    expect(again).toThrow('contains results of another recipe, data, or options. Choose another `--out`.');
  });
});
