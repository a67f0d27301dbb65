import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRecipe } from '@ser/experiments';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Racer, race } from '../src/race.js';
import { raceRecipe } from '../src/raceSettings.js';
import { epochsOf } from '../src/serTrainRacer.js';
import { raceResult } from './raceResults.js';

const settings = { recipe: findRecipe('ravdess-cnn'), data: ['ravdess=corpus'] };

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ser-race-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Racers that do nothing but note that they ran. */
function notingRacers(runs: string[]) {
  const racer =
    (side: string): Racer =>
    (_places, _settings, seed) => {
      runs.push(`${side} ${seed}`);
      return raceResult(side, 10);
    };
  return { ours: racer('ours'), keras: racer('keras') };
}

describe('race', () => {
  it('runs both sides in turn, seed by seed', () => {
    const runs: string[] = [];
    race(folder, { settings, seeds: [1, 2], racers: notingRacers(runs) });
    expect(runs).toEqual(['ours 1', 'keras 1', 'ours 2', 'keras 2']);
  });

  it('goes on where an earlier race was broken off, and repeats nothing', () => {
    const runs: string[] = [];
    const racers = notingRacers(runs);
    const broken = () => {
      throw new Error('out of memory');
    };
    expect(() => race(folder, { settings, seeds: [1, 2], racers: { ...racers, keras: broken } })).toThrow();
    const results = race(folder, { settings, seeds: [1, 2], racers });
    expect(runs).toEqual(['ours 1', 'keras 1', 'ours 2', 'keras 2']);
    expect(results.map(({ seed, keras }) => [seed, keras.what])).toEqual([
      [1, 'keras'],
      [2, 'keras'],
    ]);
  });

  it('refuses a folder with results of other settings', () => {
    const racers = notingRacers([]);
    race(folder, { settings, seeds: [1], racers });
    const again = () => race(folder, { settings: { ...settings, threads: 1 }, seeds: [1], racers });
    expect(again).toThrow('holds results of another recipe, data or options. Name another `--out`.');
  });
});

describe('raceRecipe', () => {
  const recipe = findRecipe('four-corpora-deep-cnn');
  const corpora = ['ravdess', 'tess'];

  it('leaves one split, that of the recipe or that of its source', () => {
    const main = raceRecipe(recipe, { corpora, source: false });
    const source = raceRecipe(recipe, { corpora, source: true });
    expect(main.split).toEqual(recipe.split);
    expect(source.split).toEqual(recipe.sourceSplit);
    expect([main.sourceSplit, source.sourceSplit]).toEqual([undefined, undefined]);
  });

  it('keeps the corpora at hand, and says so in the notes', () => {
    const { corpora: kept, notes } = raceRecipe(recipe, { corpora, source: false, epochs: 2 });
    expect(kept.map(({ name }) => name)).toEqual(corpora);
    expect(notes?.at(-1)).toContain('without crema-d, savee');
  });

  it('refuses the protocol of a source that tells none', () => {
    const voices = findRecipe('synthetic-voices');
    const asked = () => raceRecipe(voices, { corpora: ['ravdess'], source: true });
    expect(asked).toThrow('The recipe synthetic-voices has no `sourceSplit`.');
  });
});

describe('epochsOf', () => {
  it('counts the epochs of the folds, not those of the model that is left behind', () => {
    expect(epochsOf('fold,epoch,loss\n1,1,2.0\n1,2,1.0\n2,1,2.0\nfinal,1,2.0\nfinal,2,1.0\n')).toBe(3);
  });
});
