import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWav } from '@ser/audio-io/node';
import { createFeaturePlan, parseFeatureDescription } from '@ser/dsp';
import { synthesizeUtterance, makeVoice, sentences } from '@ser/synthetic';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';

const description = { sampleRate: 16000, features: [{ name: 'mfcc', nMfcc: 13 }] };
const mfcc = JSON.stringify(description);
const means = JSON.stringify({ ...description, functionals: ['mean', 'std'] });

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('features');
  const clip = synthesizeUtterance({
    voice: makeVoice(1, 1),
    emotion: 'happy',
    intensity: 'normal',
    sentence: sentences[0],
    seed: 1,
  });
  await writeWav(join(folder, 'a.wav'), clip, { format: 'float32' });
  await writeWav(join(folder, 'b.wav'), clip);
  await writeFile(join(folder, 'mfcc.json'), mfcc);
});

const features = (...argv: string[]) => runSer(['features', ...argv], { cwd: folder });

describe('ser features', () => {
  it('writes the frames of one clip as NPY with shape [nFrames, nFeatures], equal to those of @ser/dsp', async () => {
    const { code, stdout } = await features('a.wav', '--features', mfcc, '--out', 'a.npy', '--json');
    expect(code).toBe(0);
    const [{ shape, names }] = JSON.parse(stdout);
    const { readAudio } = await import('@ser/audio-io/node');
    const clip = await readAudio(join(folder, 'a.wav'));
    const expected = createFeaturePlan(parseFeatureDescription(description)).extract(clip);
    expect(shape).toEqual([expected.nFrames, 13]);
    expect(names).toEqual(expected.names);
    const bytes = await readFile(join(folder, 'a.npy'));
    expect(bytes.subarray(10).toString('latin1')).toContain(`'shape': (${expected.nFrames}, 13)`);
    const start = 10 + bytes.readUInt16LE(8);
    const values = Float32Array.from(expected.data, (_, i) => bytes.readFloatLE(start + 4 * i));
    expect(values).toEqual(expected.data);
  });

  it('expands a pattern and reads a description in UTF-16, as Windows gives them', async () => {
    await writeFile(join(folder, 'utf16.json'), `\ufeff${mfcc}`, 'utf16le');
    const { code, stdout } = await features('?.wav', '--features', 'utf16.json', '--out', "'expanded'");
    expect(code).toBe(0);
    expect(stdout.match(/from .*/g)).toEqual(['from a.wav', 'from b.wav']);
    expect(await readdir(join(folder, 'expanded'))).toEqual(['a.npy', 'b.npy']);
  });

  it('writes functionals with shape [nFeatures]', async () => {
    const { stdout } = await features('a.wav', '--features', means, '--out', 'means.npy');
    expect(stdout).toBe('means.npy  [26]  from a.wav\n');
    expect((await readFile(join(folder, 'means.npy'))).toString('latin1')).toContain("'shape': (26,)");
  });

  it('writes named functionals with shape [nFeatures]', async () => {
    const named = JSON.stringify({
      sampleRate: 16000,
      features: [{ name: 'functionals', groups: ['energy'] }],
    });
    const { stdout } = await features('a.wav', '--features', named, '--out', 'named.npy', '--json');
    const [{ shape, names }] = JSON.parse(stdout);
    expect(shape).toEqual([names.length]);
  });

  it('writes those of the speech encoder with shape [nFeatures]', async () => {
    const encoder = JSON.stringify({ sampleRate: 16000, features: [{ name: 'encoder', layers: [2] }] });
    const { stdout } = await features('a.wav', 'b.wav', '--features', encoder, '--out', 'encoded', '--json');
    const [{ shape, names }] = JSON.parse(stdout);
    expect(shape).toEqual([768]);
    expect(names[17]).toBe('encoder.layer2.mean.17');
    expect(await readdir(join(folder, 'encoded'))).toEqual(['a.npy', 'b.npy']);
  });

  it('writes those of another encoder by its folder', async () => {
    const model = fileURLToPath(
      new URL('../../../../packages/encoder/test/fixtures/huggingFace/wavlm', import.meta.url),
    );
    const wavlm = { name: 'encoder', model, layers: [1, 2] };
    const description = JSON.stringify({ sampleRate: 16000, features: [wavlm] });
    const { stdout } = await features('a.wav', '--features', description, '--out', 'wavlm.npy', '--json');
    const [{ shape, names }] = JSON.parse(stdout);
    expect([shape, names[33]]).toEqual([[64], 'encoder.layer2.mean.1']);
  });

  it('writes CSV with a header and enough digits to restore every float32', async () => {
    await features('a.wav', '--features', mfcc, '--out', 'a.csv');
    await features('a.wav', '--features', mfcc, '--out', 'a.npy');
    const [header, ...rows] = (await readFile(join(folder, 'a.csv'), 'utf8')).trimEnd().split('\n');
    expect(header!.split(',').slice(0, 2)).toEqual(['mfcc0', 'mfcc1']);
    const bytes = await readFile(join(folder, 'a.npy'));
    const start = 10 + bytes.readUInt16LE(8);
    const read = rows
      .join(',')
      .split(',')
      .map((text) => Math.fround(Number(text)));
    expect(read.every((value, i) => value === bytes.readFloatLE(start + 4 * i))).toBe(true);
    expect(read).toHaveLength((bytes.length - start) / 4);
  });

  it('reads the description from a file, and --sample-rate overrides it', async () => {
    const at = async (rate: string) => {
      const { stdout } = await features(
        'a.wav',
        '--features',
        'mfcc.json',
        '--out',
        'a.npy',
        '--sample-rate',
        rate,
        '--json',
      );
      return JSON.parse(stdout)[0].shape[0] as number;
    };
    const [slow, fast] = [await at('8000'), await at('16000')];
    // Frames are 512 samples apart at any rate.
    expect(Math.abs(fast - 2 * slow)).toBeLessThanOrEqual(1);
  });

  it('writes one file per clip into a folder, and continues after a clip that fails', async () => {
    const { code, stdout, stderr } = await features(
      'a.wav',
      'gone.wav',
      'b.wav',
      '--features',
      mfcc,
      '--out',
      'many',
    );
    expect(code).toBe(1);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stderr).toMatch(/^error: .*gone\.wav/);
    expect((await readdir(join(folder, 'many'))).sort()).toEqual(['a.npy', 'b.npy']);
  });

  it.each([
    [
      'an unknown file extension',
      ['a.wav', '--features', mfcc, '--out', 'a.txt'],
      '`--out` must end in .npy, .csv, or .parquet for one recording; got `a.txt`.',
    ],
    [
      'frames in a table',
      ['a.wav', 'b.wav', '--features', mfcc, '--out', 'frames.csv'],
      'A table must have one row per recording, or as NPY the same number of frames; got ',
    ],
    [
      'two clips with the same name',
      ['a.wav', './a.wav', '--features', mfcc, '--out', 'x'],
      'would both be written to',
    ],
    [
      'text that is not JSON',
      ['a.wav', '--features', '{mfcc', '--out', 'a.npy'],
      '`--features` is not valid JSON: ',
    ],
    ['a mistyped name', ['a.wav', '--features', 'mfc', '--out', 'a.npy'], 'Did you mean `mfcc`?'],
    ['no features', ['a.wav', '--out', 'a.npy'], 'One of `--features` and `--model` is required.'],
    ['an unknown feature', ['a.wav', '--features', mfcc.replace('mfcc', 'cqt'), '--out', 'a.npy'], 'cqt'],
    [
      'a sample rate of 0',
      ['a.wav', '--features', mfcc, '--out', 'a.npy', '--sample-rate', '0'],
      '`--sample-rate` must be',
    ],
  ])('rejects %s with exit code 2', async (_, argv, message) => {
    const { code, stderr } = await features(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('refuses a recording of more than ten minutes, and says how to cut it', async () => {
    const samples = new Float32Array(601 * 100).fill(0.1);
    await writeWav(join(folder, 'hour.wav'), { samples, sampleRate: 100 });
    const { code, stderr } = await features('hour.wav', '--features', mfcc, '--out', 'hour.npy');
    expect(code).toBe(1);
    expect(stderr).toContain('hour.wav: Features are computed of recordings of at most 600 s');
    expect(stderr).toContain('ffmpeg');
  });
});
