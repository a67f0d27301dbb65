import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '../workspace.js';
import { installs, installSize } from './installSize.js';

export const sizeTableFile = join(workspaceRoot, 'README.md');
const marks = /(<!-- sizes -->\n).*?(<!-- end of sizes -->)/s;

/** One row of the table: what is installed, and its size in megabytes. */
export interface SizeRow {
  readonly what: string;
  readonly megabytes: number;
}

/** The rows as they are written in the README. */
export function writtenSizes(): readonly SizeRow[] {
  const [table = ''] = marks.exec(readFileSync(sizeTableFile, 'utf8')) ?? [];
  return [...table.matchAll(/^\| (.+?) \| `.+?` \| ([\d.]+) MB \|$/gm)].map(([, what, size]) => ({
    what: what!,
    megabytes: Number(size),
  }));
}

/** Measures the sizes and writes the table. */
export function writeSizes(): void {
  const rows = installs.map(({ what, packages }) => {
    return `| ${what} | \`npm install ${packages.join(' ')}\` | ${megabytes(installSize(packages))} MB |`;
  });
  const table = ['| to use | command | installs |', '| --- | --- | ---: |', ...rows].join('\n');
  const text = readFileSync(sizeTableFile, 'utf8');
  writeFileSync(sizeTableFile, text.replace(marks, `$1\n${table}\n\n$2`));
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
}
