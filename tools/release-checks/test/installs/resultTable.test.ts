import { describe, expect, it } from 'vitest';
import { passed, resultTable } from '../../src/installs/resultTable.js';

const vite = {
  name: 'Vite 8',
  difference: { probability: 2e-9, embedding: 0 },
  buildSeconds: 3.14,
  answerSeconds: 1.2,
};

describe('passed', () => {
  it('takes differences up to one millionth', () => {
    expect(passed(vite)).toBe(true);
    expect(passed({ ...vite, difference: { probability: 2e-6, embedding: 0 } })).toBe(false);
    expect(passed({ ...vite, difference: { probability: NaN, embedding: 0 } })).toBe(false);
  });

  it('takes no error', () => {
    expect(passed({ ...vite, error: 'Error: the build failed' })).toBe(false);
    expect(passed({ name: 'Vite 8', buildSeconds: 0, answerSeconds: 0 })).toBe(false);
  });
});

describe('resultTable', () => {
  it('has one row for each result', () => {
    const failed = { name: 'Bun 1', note: 'of npm', error: 'Error', buildSeconds: 0, answerSeconds: 0.4 };
    expect(resultTable([vite, failed]).split('\n').slice(2)).toEqual([
      '| Vite 8 | same answer | 2e-9 | 3.1 | 1.2 |  |',
      '| Bun 1 | **fails** |  |  | 0.4 | of npm |',
    ]);
  });
});
