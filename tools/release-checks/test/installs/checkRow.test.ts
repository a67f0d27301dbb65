import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../src/installs/checkRow.js';
import { pageRows } from '../../src/installs/pageRows.js';
import { runtimeRows } from '../../src/installs/runtimeRows.js';
import { serverRows } from '../../src/installs/serverRows.js';

const rows = [...runtimeRows, ...pageRows, ...serverRows];

describe('the rows', () => {
  it('have names of their own', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  it('are built once where they differ only in where the answer comes from', () => {
    const names = groupsOf(rows).map((group) => group.map(({ name }) => name));
    expect(names.flat()).toHaveLength(rows.length);
    expect(names.find((group) => group.includes('Next 16, client'))).toEqual([
      'Next 16, client',
      'Next 16, page rendered on the server',
      'Next 16, route handler',
      'Next 16, edge route',
    ]);
  });
});
