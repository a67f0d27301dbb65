import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPackedFolder, type PackedFolder } from '../src/packedFolder.js';
import { readmeProgram } from '../src/readmeProgram.js';
import { manifestsOf, workspaceRoot } from '../src/workspace.js';

const flac = 'packages/audio-io/test/fixtures/pcm_16_1ch.flac';
/** A tiny random encoder in the Hugging Face layout. */
const wavlm = 'packages/encoder/test/fixtures/huggingFace/wavlm';

/** Creates the files of a user: a corpus in RAVDESS's layout, a table of its clips, and one clip of it. */
const usersFiles = `
import { copyFile, writeFile } from 'node:fs/promises';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { scanCorpus } from '@ser/datasets/node';
await writeSyntheticCorpus('data/ravdess', { speakers: 24, seed: 1 });
await copyFile('data/ravdess/Actor_01/03-01-03-01-01-01-01.wav', 'clip.wav');
const { utterances } = await scanCorpus('ravdess', 'data/ravdess');
const rows = utterances.map(({ path, emotion, speaker }) => ['data/ravdess/' + path, emotion, speaker].join());
await writeFile('clips.csv', ['path,label,speaker', ...rows].join('\\n'));
await writeFile('mine.js', 'export default ({ registerFeature }) => void registerFeature({ name: "peak", columns: ["peak"], extract: ({ samples }) => [Math.max(...samples)] });');
`;

let folder: PackedFolder;

beforeAll(() => {
  folder = createPackedFolder();
  copyFileSync(join(workspaceRoot, flac), join(folder.path, 'clip.flac'));
  cpSync(join(workspaceRoot, wavlm), join(folder.path, 'wavlm-base'), { recursive: true });
  mkdirSync(join(folder.path, 'data'));
  expect(runModule('usersFiles', usersFiles)).toEqual({ stderr: '', status: 0 });
});

afterAll(() => folder.remove());

function runModule(name: string, code: string): { stderr: string; status: number | null } {
  const path = join(folder.path, `${name}.mjs`);
  writeFileSync(path, code);
  const { stderr, status } = spawnSync(process.execPath, [path], { cwd: folder.path, encoding: 'utf8' });
  return { stderr: stderr.replace(tensorflowAdvert, ''), status };
}

/** What TensorFlow.js's own CPU backend prints where an example uses it bare. */
const tensorflowAdvert = /\s*=+\s+Hi, looks like you are running TensorFlow\.js in Node\.js[^=]*=+\s*/;

describe('the examples of each README run as they stand', () => {
  // in this order: the recognizer's example loads the model that the experiment's leaves in runs/voices
  it.each([...manifestsOf('packages').keys()].sort())('%s', (room) => {
    const program = readmeProgram(join(workspaceRoot, room, 'README.md'));
    expect(program).toContain('@ser/');
    expect(runModule(room.replace('/', '-'), program)).toEqual({ stderr: '', status: 0 });
  });
});
