import { describe, expect, it } from 'vitest';
import { csv } from '../../src/files/csv.js';
import { csvTable } from '../../src/files/csvTable.js';

describe('csvTable', () => {
  it('reads rows by column', () => {
    expect(csvTable('a,b\n1,\n2,x\n')).toEqual([
      { a: '1', b: '' },
      { a: '2', b: 'x' },
    ]);
  });

  it('reads what `csv` writes, quotes, commas and line ends included', () => {
    const cells = ['a "b", c', 'line\nbreak', ''];
    expect(csvTable(csv(['x', 'y', 'z'], [cells]))).toEqual([{ x: cells[0], y: cells[1], z: '' }]);
  });

  it('bears Windows line ends, a missing last one, and nothing at all', () => {
    expect(csvTable('a,b\r\n1,2')).toEqual([{ a: '1', b: '2' }]);
    expect(csvTable('')).toEqual([]);
  });
});
