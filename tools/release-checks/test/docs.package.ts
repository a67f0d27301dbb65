import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecipe } from '@ser/experiments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fencesOf } from '../src/fences.js';
import { createPackedFolder, type PackedFolder } from '../src/packedFolder.js';
import { readmeProgram } from '../src/readmeProgram.js';
import { ser } from '../src/ser.js';
import { serArguments, shellLines } from '../src/shellLines.js';
import { workspaceRoot } from '../src/workspace.js';

/** The files that the pages name: clips of one voice, a folder and a table of several, all synthetic. */
const usersFiles = `
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { scanCorpus } from '@ser/datasets/node';
await writeSyntheticCorpus('voices', { speakers: 6, seed: 1 });
const { utterances } = await scanCorpus('ravdess', 'voices');
const rows = [];
const counts = new Map();
for (const { path, emotion, speaker } of utterances) {
  rows.push(['voices/' + path, emotion, speaker].join());
  const n = 1 + (counts.get(emotion) ?? 0);
  counts.set(emotion, n);
  await mkdir('my_folder/' + emotion, { recursive: true });
  await copyFile('voices/' + path, 'my_folder/' + emotion + '/' + speaker + '_' + n + '.wav');
  if (n > 5) continue;
  await mkdir('my_clips/' + emotion, { recursive: true });
  await copyFile('voices/' + path, 'my_clips/' + emotion + '/' + n + '.wav');
}
await writeFile('clips.csv', ['path,label,speaker', ...rows].join('\\n'));
await copyFile('voices/' + utterances[0].path, 'my.wav');
await copyFile('my.wav', 'clip.wav');
`;

const pages = ['README.md', ...docsPages('docs')];

function docsPages(folder: string): readonly string[] {
  return (
    readdirSync(join(workspaceRoot, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.md') && !/^(api|reference|decisions|\.vitepress)\//.test(name))
      // These record commands that take hours, with corpora that are not here.
      .filter(
        (name) =>
          !['results.md', 'engines.md', 'metrics.md', 'installing.md', 'many-machines.md'].includes(name),
      )
      .map((name) => `${folder}/${name}`)
      .sort()
  );
}

let folder: PackedFolder;

beforeAll(() => {
  folder = createPackedFolder();
  const flac = 'packages/audio-io/test/fixtures/pcm_16_1ch.flac';
  copyFileSync(join(workspaceRoot, flac), join(folder.path, 'clip.flac'));
  expect(runProgram(process.execPath, 'usersFiles.mjs', usersFiles)).toEqual({ stderr: '', status: 0 });
});

afterAll(() => folder.remove());

function runProgram(program: string, name: string, code: string): { stderr: string; status: number | null } {
  writeFileSync(join(folder.path, name), code);
  const { stderr, status } = spawnSync(program, [name], { cwd: folder.path, encoding: 'utf8' });
  return { stderr, status };
}

const has = (kind: string) =>
  pages.filter((page) => fencesOf(join(workspaceRoot, page)).some((f) => f.kind === kind));
const blocks = (page: string, kind: string) =>
  fencesOf(join(workspaceRoot, page)).filter((fence) => fence.kind === kind);

describe('the code of the pages runs as it stands', () => {
  it.each(has('ts'))('TypeScript of %s', (page) => {
    const program = readmeProgram(join(workspaceRoot, page));
    expect(runProgram(process.execPath, `${page.replaceAll('/', '-')}.mjs`, program)).toEqual({
      stderr: '',
      status: 0,
    });
  });

  it.each(has('sh'))('commands of %s', (page) => {
    rmSync(join(folder.path, 'runs'), { recursive: true, force: true });
    for (const line of blocks(page, 'sh').flatMap(shellLines)) {
      const argv = serArguments(line);
      if (argv !== undefined) ser(folder.path, ...argv);
    }
  });

  const python = process.env['SER_PYTHON'];
  it.skipIf(python === undefined).each(has('python'))('Python of %s (needs SER_PYTHON)', (page) => {
    const program = blocks(page, 'python')
      .map(({ code }) => code)
      .join('\n');
    expect(runProgram(python!, `${page.replaceAll('/', '-')}.py`, program)).toMatchObject({ status: 0 });
  });

  it('recipes are valid', () => {
    for (const page of has('json recipe')) {
      for (const { code } of blocks(page, 'json recipe'))
        expect(parseRecipe(JSON.parse(code)).name).toMatch(/^my-/);
    }
  });
});
