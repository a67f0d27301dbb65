import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPackedFolder, type PackedFolder } from '../src/packedFolder.js';
import { manifestsOf } from '../src/workspace.js';

const packages = [...manifestsOf('packages').keys()].map((room) => room.slice('packages/'.length));

let folder: PackedFolder;

beforeAll(() => {
  folder = createPackedFolder();
  cpSync(new URL('../work', import.meta.url), join(folder.path, 'work'), { recursive: true });
});

afterAll(() => folder.remove());

function answerOf(name: string, runner: 'run.mjs' | 'run.cjs'): unknown {
  const cwd = join(folder.path, `${name}-${runner}`);
  mkdirSync(cwd);
  const program = join(folder.path, 'work', runner);
  const task = pathToFileURL(join(folder.path, 'work', `${name}.mjs`)).href;
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, task], { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

describe('each packed package, installed into a fresh folder', () => {
  it.each(packages)('@ser/%s does its work as an ES module and the same as CommonJS', (name) => {
    const answer = answerOf(name, 'run.mjs');
    expect(Object.keys(answer as object).length).toBeGreaterThan(0);
    expect(answerOf(name, 'run.cjs')).toEqual(answer);
  });
});
