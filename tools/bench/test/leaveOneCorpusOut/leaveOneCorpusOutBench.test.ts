import { describe, expect, it } from 'vitest';
import { leaveOneCorpusOutTable } from '../../src/leaveOneCorpusOut/leaveOneCorpusOutBench.js';

describe('leaveOneCorpusOutTable', () => {
  it('has a column for each corpus, and the mean with its interval', () => {
    const corpora = [
      { corpus: 'emodb', uar: 0.776, interval: { low: 0.7, high: 0.8 } },
      { corpus: 'mean', uar: 0.494, interval: { low: 0.461, high: 0.531 } },
    ];
    const [head, , row] = leaveOneCorpusOutTable([
      { name: 'after 5 clips', choice: 'tested', corpora },
    ]).split('\n');
    expect(head).toBe('|  | labels | emodb | mean |');
    expect(row).toBe('| after 5 clips | of the corpus | 77.6 | **49.4** (46.1 to 53.1) |');
  });
});
