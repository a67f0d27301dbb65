import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAudio, writeWav } from '@ser/audio-io/node';
import { createFeaturePlan } from '@ser/dsp';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { writeTinyModel } from '../tinyModel.js';

let folder: string;
const at = (path: string) => join(folder, path);

beforeAll(async () => {
  folder = await makeFolder('features-table');
  await writeTinyModel(folder);
  await mkdir(at('clips/more'), { recursive: true });
  await writeWav(at('clips/a.wav'), syllables(300, 2));
  await writeWav(at('clips/more/b.wav'), syllables(500, 2));
  await writeFile(
    at('clips.csv'),
    'path,label,start,end\nclips/a.wav,calm,0.5,1.5\nclips/more/b.wav,calm,,\n',
  );
});

const features = (...argv: string[]) => runSer(['features', ...argv], { cwd: folder });

async function expected(file: string): Promise<Float32Array> {
  const plan = createFeaturePlan({
    sampleRate: 16_000,
    features: [{ name: 'mfcc' }],
    functionals: ['mean', 'std'],
  });
  return plan.extract(await readAudio(at(file), { sampleRate: 16_000 })).data;
}

describe('ser features of a folder or a table', () => {
  it('writes one row per recording as CSV; features are selected by name', async () => {
    const { code, stdout } = await features('clips', '--features', 'mfcc', '--out', 'all.csv');
    expect(code).toBe(0);
    expect(stdout).toBe('all.csv  [2, 40]\n');
    const [header, first, second] = (await readFile(at('all.csv'), 'utf8')).split('\n');
    expect(header).toMatch(/^file,mfcc0\.mean,mfcc1\.mean,/);
    expect(first!.split(',')[0]).toBe('clips/a.wav');
    expect(second!.split(',')[0]).toBe('clips/more/b.wav');
    const values = Float32Array.from(first!.split(',').slice(1), Number);
    expect(values).toEqual(await expected('clips/a.wav'));
  });

  it('writes NPY with the names beside it', async () => {
    await features('clips', '--features', 'mfcc', '--out', 'all.npy');
    const bytes = await readFile(at('all.npy'));
    expect(bytes.subarray(10).toString('latin1')).toContain("'shape': (2, 40)");
    const { clips, features: names } = JSON.parse(await readFile(at('all.names.json'), 'utf8')) as {
      readonly clips: Readonly<Record<string, readonly string[]>>;
      readonly features: readonly string[];
    };
    expect(clips).toEqual({ file: ['clips/a.wav', 'clips/more/b.wav'] });
    expect(names).toHaveLength(40);
  });

  it('writes Parquet with the columns of the table', async () => {
    const { code } = await features('clips.csv', '--features', 'mfcc', '--out', 'all.parquet');
    expect(code).toBe(0);
    const { parquetReadObjects } = await import('hyparquet');
    const bytes = await readFile(at('all.parquet'));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const rows = await parquetReadObjects({ file });
    expect(rows).toMatchObject([
      { path: 'clips/a.wav', label: 'calm', start: '0.5', end: '1.5' },
      { path: 'clips/more/b.wav', label: 'calm', start: '', end: '' },
    ]);
    expect(rows[1]!['mfcc0.mean']).toBe((await expected('clips/more/b.wav'))[0]);
  });

  it('computes the features of a model', async () => {
    const { stdout } = await features('clips', '--model', 'model', '--out', 'model.npy', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ shape: [2, 12], failed: 0 });
  });

  it('leaves out a recording that fails, and ends with 1', async () => {
    const { code, stdout, stderr } = await features(
      ...['clips/a.wav', 'gone.wav', '--features', 'rms', '--out', 'some.csv'],
    );
    expect(code).toBe(1);
    expect(stdout).toBe('some.csv  [1, 2]\n');
    expect(stderr).toContain('gone.wav');
  });
});
