import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { writeTinyModel } from '../tinyModel.js';

let folder: string;
const at = (path: string) => join(folder, path);
const textOf = (path: string) => readFile(at(path), 'utf8');

/** As many clips as two threads are started for. */
const nClips = 41;

beforeAll(async () => {
  folder = await makeFolder('predict-windows');
  await writeTinyModel(folder);
  await mkdir(at('calls'));
  for (let i = 0; i < nClips; i++) {
    await writeWav(at(`calls/${String(i).padStart(2, '0')}.wav`), syllables(200 + 20 * i, 1));
  }
  await writeFile(at('calls/20.wav'), 'no audio');
  await writeWav(at('long.wav'), syllables(300, 3));
});

const predict = (...argv: readonly string[]) =>
  runSer(['predict', ...argv, '--model', 'model', '--engine', 'tfjs-cpu'], { cwd: folder });

describe('ser predict --out --workers', () => {
  it('writes the same file for any number of threads', async () => {
    const one = await predict('calls', '--out', 'one.csv', '--workers', '1');
    const two = await predict('calls', '--out', 'two.csv', '--workers', '2');
    expect([one.code, two.code]).toEqual([1, 1]);
    expect(await textOf('two.csv')).toBe(await textOf('one.csv'));
    expect((await textOf('two.csv')).trimEnd().split('\n')).toHaveLength(nClips + 1);
  });
});

describe('ser predict --out --window', () => {
  it('writes one row per window, and continues with the clips that lack one', async () => {
    const windows = ['--window', '1', '--hop', '1'] as const;
    const { code } = await predict('long.wav', 'calls/01.wav', ...windows, '--out', 'windows.csv');
    expect(code).toBe(0);
    const whole = await textOf('windows.csv');
    const [header, ...rows] = whole.trimEnd().split('\n');
    expect(header).toMatch(/^file,window_start,window_end,windows,prediction,confidence,/);
    expect(rows.map((row) => row.split(',').slice(0, 4).join(','))).toEqual([
      'long.wav,0,1,3',
      'long.wav,1,2,3',
      'long.wav,2,3,3',
      'calls/01.wav,0,1,1',
    ]);
    await writeFile(at('cut.csv'), [header, rows[0], rows[1], rows[3], ''].join('\n'));
    const { stdout } = await predict('long.wav', 'calls/01.wav', ...windows, '--out', 'cut.csv');
    expect(stdout).toMatch(/^cut\.csv {2}4 rows; 1 from before/);
    expect((await textOf('cut.csv')).split('\n').sort()).toEqual(whole.split('\n').sort());
  });

  it('is not for utterances', async () => {
    const { code, stderr } = await predict('long.wav', '--utterances', '--window', '1');
    expect(code).toBe(2);
    expect(stderr).toContain('must not be used with `--utterances`');
  });
});
