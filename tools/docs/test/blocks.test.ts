import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { fencesOf } from '@ser-tools/release-checks/fences';
import { serArguments, shellLines } from '@ser-tools/release-checks/shellLines';
import { pagesOf, root } from '../src/pages.js';

const kinds = [
  'ts',
  'ts browser',
  'js',
  'js transformers.js',
  'html',
  'sh',
  'json',
  'json recipe',
  'python',
  'ini',
  'text',
];
const pages = pagesOf().filter((page) => page.startsWith('docs/') || page === 'README.md');
const measured =
  /^docs\/(results|engines|metrics|installing|own-recordings|many-machines)\.md$|^docs\/decisions\//;

function problemsOf(page: string): readonly string[] {
  return fencesOf(join(root, page)).flatMap(({ kind, code, line }) => {
    const where = `${page}:${line}`;
    if (!kinds.includes(kind)) return [`${where}: unknown kind "${kind}"`];
    if (kind.startsWith('ts') || kind.startsWith('js ')) {
      const { diagnostics = [] } = ts.transpileModule(code, {
        reportDiagnostics: true,
        compilerOptions: { module: ts.ModuleKind.ESNext },
      });
      return diagnostics.map(
        ({ messageText }) => `${where}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
    }
    if (kind.startsWith('json')) JSON.parse(code);
    if (kind === 'sh' && !measured.test(page))
      for (const command of shellLines({ kind, code, line })) serArguments(command);
    return [];
  });
}

describe('code blocks', () => {
  it.each(pages)('%s has blocks of known kinds, without mistakes of syntax', (page) => {
    expect(problemsOf(page)).toEqual([]);
  });
});
