import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { Recognizer } from '@ser/recognizer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGeneralModelInstalled } from '../../src/isGeneralModelInstalled.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { tinyLabels, writeTinyModel } from '../tinyModel.js';

let folder: string;
const clip = syllables(300, 5.3);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-predict-'));
  await writeTinyModel(folder);
  await writeWav(join(folder, 'clip.wav'), clip);
});

afterAll(() => rm(folder, { recursive: true }));

describe('ser predict', () => {
  const predict = (...argv: readonly string[]) =>
    runSer(['predict', ...argv, '--model', 'model', '--engine', 'tfjs-cpu'], { cwd: folder });

  it('--window gives the answers over the course of a file, and their mean for the whole', async () => {
    const { stdout } = await predict('clip.wav', '--window', '2', '--json');
    const [{ label, probabilities, segments }] = JSON.parse(stdout);
    expect(segments).toHaveLength(6);
    expect(segments.at(-1)).toMatchObject({ end: 5.3 });
    const mean = (name: string) =>
      segments.reduce((sum: number, segment: (typeof segments)[0]) => sum + segment.probabilities[name], 0) /
      6;
    for (const name of tinyLabels) expect(probabilities[name]).toBeCloseTo(mean(name), 12);
    expect(probabilities[label]).toBe(Math.max(...Object.values<number>(probabilities)));
  });

  it('--top keeps the likeliest of each window too', async () => {
    const { stdout } = await predict('clip.wav', '--hop', '2', '--top', '1', '--json');
    for (const { label, probabilities } of JSON.parse(stdout)[0].segments) {
      expect(Object.keys(probabilities)).toEqual([label]);
    }
  });

  it('shows people a line for each window', async () => {
    const { stdout } = await predict('clip.wav', '--window', '3');
    expect(stdout).toMatch(/\n {2}0\.0–3\.0 s {2}\w+ +\d+\.\d % {2}█/);
  });

  it('says no speech where there is none, and ends with 0: that is an answer', async () => {
    await writeWav(join(folder, 'muted.wav'), { samples: new Float32Array(16_000), sampleRate: 16_000 });
    const { code, stdout } = await predict('muted.wav', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'muted.wav',
        label: 'no speech',
        probabilities: {},
        speech: false,
        reason: 'silence',
        quality: { snr: null, level: -120, speechSeconds: 0, clipped: 0 },
      },
    ]);
    expect((await predict('muted.wav')).stdout).toBe(
      'muted.wav: no speech (silence: was the microphone muted?)\n',
    );
  });

  it('warns of a clipped recording', async () => {
    const samples = clip.samples.map((sample) => Math.max(-1, Math.min(0.999, 6 * sample)));
    await writeWav(join(folder, 'loud.wav'), { samples, sampleRate: 16_000 });
    expect((await predict('loud.wav')).stdout).toMatch(/\n {2}clipped: \d+\.\d % of the samples/);
  });

  it('takes a packed model', async () => {
    const recognizer = await Recognizer.load(join(folder, 'model'), { engine: 'tfjs-cpu' });
    await writeFile(join(folder, 'model.tar'), await recognizer.toBytes());
    recognizer.dispose();
    const argv = ['predict', 'clip.wav', '--model', 'model.tar', '--engine', 'tfjs-cpu', '--json'];
    expect((await runSer(argv, { cwd: folder })).stdout).toBe((await predict('clip.wav', '--json')).stdout);
  });
});

const isInstalled = await isGeneralModelInstalled();

describe('ser predict without --model', () => {
  it.skipIf(!isInstalled)('takes the model in the box (needs @ser/pretrained)', async () => {
    const { code, stdout, stderr } = await runSer(['predict', 'clip.wav', '--json'], { cwd: folder });
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(stdout)[0].probabilities)).toEqual(
      expect.arrayContaining(['angry', 'happy', 'neutral', 'sad']),
    );
    expect(stderr).toMatch(/^model: .*RAVDESS/m);
  });

  it.skipIf(isInstalled)('says what to install where that is missing', async () => {
    const { code, stderr } = await runSer(['predict', 'clip.wav'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('error: The general model');
  });
});
