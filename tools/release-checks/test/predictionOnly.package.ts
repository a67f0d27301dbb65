import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPackedFolder, type PackedFolder } from '../src/packedFolder.js';
import { toneProgram } from '../src/tone.js';

let folder: PackedFolder;
beforeAll(() => {
  folder = createPackedFolder({ only: ['@ser/recognizer', '@ser/pretrained'], peers: false });
});
afterAll(() => folder.remove());

const predict = `
import { Recognizer } from '@ser/recognizer';
const recognizer = await Recognizer.general();
const { label } = await recognizer.predict({ samples: ${toneProgram}, sampleRate: 16000 });
console.log(label);
`;

/** A convolutional network without weights, which plain JavaScript cannot run. */
const loadNetwork = `
import { Recognizer } from '@ser/recognizer';
import { modelFiles } from '@ser/pretrained';
const files = await modelFiles('emodb');
const json = new TextDecoder().decode(files['ridge/model.json']).replaceAll('"Dense"', '"Conv1D"');
const network = { ...files, 'ridge/model.json': new TextEncoder().encode(json) };
console.log(await Recognizer.load(network).catch(({ code, message }) => [code, message].join(': ')));
`;

function outputOf(program: string): string {
  writeFileSync(join(folder.path, 'program.mjs'), program);
  return execFileSync(process.execPath, ['program.mjs'], { cwd: folder.path, encoding: 'utf8' }).trim();
}

/** In bytes; links are followed. */
function sizeOf(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

describe('npm install @ser/recognizer @ser/pretrained', () => {
  it('installs at most 8 packages and 12 MB, without TensorFlow.js', () => {
    expect(folder.packages.length).toBeLessThanOrEqual(8);
    expect(folder.packages).not.toContain('@ser/models');
    expect(sizeOf(join(folder.path, 'node_modules'))).toBeLessThan(12e6);
  });

  it('contains the weights of a model once', () => {
    const dist = join(folder.path, 'node_modules/@ser/pretrained/dist');
    const modules = readdirSync(dist).filter((name) => name.endsWith('.js'));
    expect(modules.sort()).toEqual(['emodb.js', 'general-small.js', 'general.js', 'index.js']);
    expect(sizeOf(join(dist, 'index.js'))).toBeLessThan(100e3);
    expect(readdirSync(join(folder.path, 'node_modules/@ser/pretrained/models/general'))).toEqual([
      'README.md',
    ]);
  });

  it('is enough to predict', () => {
    expect(outputOf(predict)).toMatch(/^[a-z]+$/);
  });

  it('names the package that a convolutional network needs', () => {
    expect(outputOf(loadNetwork)).toMatch(/^package-missing: .*`npm install @ser\/models`/);
  });

  it('can be bundled: a missing optional package is not an error', async () => {
    const root = join(folder.path, 'page');
    mkdirSync(root);
    writeFileSync(join(root, 'index.html'), `<script type="module">${predict}</script>`);
    await build({ root, configFile: false, logLevel: 'silent' });
    const assets = readdirSync(join(root, 'dist/assets'));
    expect(assets.some((name) => /^general-.*\.js$/.test(name))).toBe(true);
    expect(sizeOf(join(root, 'dist'))).toBeLessThan(1.5e6);
  });
});
