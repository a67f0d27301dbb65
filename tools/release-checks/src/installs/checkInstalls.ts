import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace.js';
import type { Answer } from './answer.js';
import { ask } from './ask.js';
import { clipFile } from './clip.js';
import { checkRows, groupsOf, type RowResult, testedPackages } from './checkRow.js';
import { pageRows } from './pageRows.js';
import { programs } from './programs.js';
import { passed, resultTable } from './resultTable.js';
import type { Row } from './row.js';
import { runtimeRows } from './runtimeRows.js';
import { serverRows } from './serverRows.js';
import { dependenciesOn, packWithDependencies } from './tarballs.js';
import { UserFolder } from './userFolder.js';

/*
 * Checks every row of docs/installing.md, or those whose names contain one of the arguments: builds from packed tarballs
 * in a fresh folder, and compares the answer with Node's. `--write` writes the table.
 */
const words = process.argv.slice(2);
const write = words.includes('--write');
const filters = words.filter((word) => !word.startsWith('--')).map((word) => word.toLowerCase());

const files = programs(clipFile());
const tarballs = packWithDependencies(testedPackages);
const expected = await answerOfNode();

const rows: readonly Row[] = [...runtimeRows, ...pageRows, ...serverRows].filter(({ name }) => {
  return filters.length === 0 || filters.some((filter) => name.toLowerCase().includes(filter));
});
const results: RowResult[] = [];
for (const group of groupsOf(rows)) {
  for (const result of await checkRows(group, { tarballs, programs: files, expected })) {
    results.push(result);
    console.log(`${passed(result) ? 'ok  ' : 'FAIL'} ${result.name}`, JSON.stringify(result));
  }
}
console.log(resultTable(results));
if (write) writeTable(resultTable(results));
const failed = results.filter((result) => !passed(result)).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function answerOfNode(): Promise<Answer> {
  const dependencies = dependenciesOn(testedPackages, tarballs);
  const folder = await UserFolder.create({ dependencies, files });
  try {
    return await ask(folder, { kind: 'program', program: process.execPath, args: ['node.mjs'] });
  } finally {
    folder.remove();
  }
}

/** Replaces the table between the two marks. */
function writeTable(table: string): void {
  const document = join(workspaceRoot, 'docs/installing.md');
  const text = readFileSync(document, 'utf8');
  const written = text.replace(/(<!-- rows -->\n).*?(<!-- end of rows -->)/s, `$1\n${table}\n\n$2`);
  writeFileSync(document, written);
}
