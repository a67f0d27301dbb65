import { describe, expect, it } from 'vitest';
import { rowCells, timesOf } from '../../src/all/tableRows.js';
import type { SystemTimes } from '../../src/all/works.js';

describe('rowCells', () => {
  it('has a line for each rival, with medians of times and of the ratios of each round', () => {
    const rivals = new Map([
      ['librosa 0.11', [4, 2, 20]],
      ['meyda 5', [30, 40, 50]],
    ]);
    expect(rowCells({ title: 'MFCC', unit: 'ms', goal: 1, ours: [1, 2, 10], rivals })).toEqual([
      ['MFCC', '2.00 ms', 'librosa 0.11', '4.00 ms', '0.50', '≤ 1'],
      ['', '', 'meyda 5', '40.0 ms', '0.05', ''],
    ]);
  });

  it('says that no rival is installed', () => {
    const row = { title: 'MFCC', unit: 'ms', goal: 1, ours: [3], rivals: new Map() } as const;
    expect(rowCells(row)).toEqual([['MFCC', '3.00 ms', 'not installed', '', '', '≤ 1']]);
  });

  it('has no goal for a work that no rival does', () => {
    const row = { title: 'embedding', unit: 'ms', ours: [3], rivals: new Map() } as const;
    expect(rowCells(row)).toEqual([['embedding', '3.00 ms', 'none does the same', '', '', '']]);
  });
});

describe('timesOf', () => {
  it('collects the times of a work over the rounds', () => {
    const rounds = [1, 2].map((ms): readonly SystemTimes[] => [
      { what: 'a', ms: { flac: ms } },
      { what: 'b', ms: { wav: ms } },
    ]);
    expect(timesOf(rounds, 'flac')).toEqual(new Map([['a', [1, 2]]]));
  });
});
