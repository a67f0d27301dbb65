import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { workspaceRoot } from './workspace.js';

/** Runs `ser` from its sources in a folder, as `npm run ser` does; throws what it complains of when it fails. */
export function ser(cwd: string, ...argv: readonly string[]): string {
  const main = join(workspaceRoot, 'apps/cli/src/main.ts');
  const tsx = join(workspaceRoot, 'node_modules/.bin/tsx');
  const { status, stdout, stderr } = spawnSync(tsx, ['--conditions=@ser/source', main, ...argv], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`ser ${argv.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
