import { describe, expect, it } from 'vitest';
import { installs, installSize } from '../src/installs/installSize.js';
import { writtenSizes } from '../src/installs/sizeTable.js';

describe.each(installs)('npm install for $what', ({ what, packages, limit }) => {
  const size = installSize(packages);

  it('stays below its limit', () => {
    expect(size).toBeLessThan(limit);
  });

  it('has the size that the README shows, give or take 5%', () => {
    const written = writtenSizes().find((row) => row.what === what);
    expect(written, 'Run `npm run sizes` and commit README.md.').toBeDefined();
    expect(Math.abs(size / 1e6 / written!.megabytes - 1)).toBeLessThan(0.05);
  });
});
