import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiReport } from '../src/apiReport.js';
import { apiReportFile, publicPackages } from '../src/workspace.js';

describe('the API reports in docs/api', () => {
  it.each(publicPackages())('%s has the declarations that its report shows', (folder) => {
    const committed = readFileSync(apiReportFile(folder), 'utf8');
    expect(apiReport(folder), 'The public API changed: run `npm run api` and commit docs/api.').toBe(
      committed,
    );
  });
});
