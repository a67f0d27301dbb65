import { mkdirSync, writeFileSync } from 'node:fs';
import { apiReport } from './apiReport.js';
import { apiReportFile, publicPackages } from './workspace.js';

// `npm run api`: writes docs/api/, one file for each package, from the built declarations.
for (const folder of publicPackages()) {
  const file = apiReportFile(folder);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, apiReport(folder));
  console.log(`docs/api/${folder.slice('packages/'.length)}.md`);
}
