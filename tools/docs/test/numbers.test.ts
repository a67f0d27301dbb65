import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../src/pages.js';

const read = (page: string) => readFileSync(join(root, page), 'utf8');
const results = read('docs/results.md');

describe('scores outside of docs/results.md', () => {
  it.each([
    'README.md',
    'docs/index.md',
    'docs/first-prediction.md',
    'docs/teach.md',
    'docs/honest-evaluation.md',
    'docs/faq.md',
  ])('%s has only scores that are in the results, with their commands', (page) => {
    const scores = [...read(page).matchAll(/\b(\d\d\.\d)%/g)].map(([, score]) => score!);
    // 14.3% and the like are levels of chance: 1 divided by the number of classes
    const chance = new Set([2, 3, 4, 5, 6, 7, 8].map((n) => (100 / n).toFixed(1)));
    const unknown = scores.filter((score) => !results.includes(score) && !chance.has(score));
    expect(unknown).toEqual([]);
  });
});
