import { describe, expect, it } from 'vitest';
import { table } from '../../src/show/table.js';

describe('table', () => {
  it('aligns words to the left and numbers to the right', () => {
    const rows = [
      ['angry', '71.2%'],
      ['sad', '9.0%'],
    ];
    expect(table(rows, ['left', 'right'])).toBe('  angry  71.2%\n  sad     9.0%\n');
  });
});
