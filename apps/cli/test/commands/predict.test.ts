import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { tinyLabels, writeTinyModel } from '../tinyModel.js';

interface Answer {
  readonly file: string;
  readonly label: string;
  readonly probabilities: Readonly<Record<string, number>>;
  readonly segments: readonly (Answer & { readonly end: number })[];
}

let folder: string;
const clip = syllables(300, 5.3);

beforeAll(async () => {
  folder = await makeFolder('predict');
  await writeTinyModel(folder);
  await writeWav(join(folder, 'clip.wav'), clip);
});

const predict = (...argv: readonly string[]) =>
  runSer(['predict', ...argv, '--model', 'model', '--engine', 'tfjs-cpu'], { cwd: folder });

async function answerOf(...argv: readonly string[]): Promise<Answer> {
  const { code, stdout } = await predict(...argv, '--json');
  expect(code).toBe(0);
  return (JSON.parse(stdout) as Answer[])[0]!;
}

describe('ser predict', () => {
  it('answers with the label and the probabilities of each file', async () => {
    const { file, label, probabilities } = await answerOf('clip.wav');
    expect(file).toBe('clip.wav');
    const values = Object.values(probabilities);
    expect(Object.keys(probabilities)).toEqual(tinyLabels);
    expect(values.reduce((sum, value) => sum + value)).toBeCloseTo(1, 5);
    expect(probabilities[label]).toBe(Math.max(...values));
  });

  it('keeps the most likely labels with --top, best first', async () => {
    const { label, probabilities } = await answerOf('clip.wav', '--top', '2');
    expect(Object.keys(probabilities)).toHaveLength(2);
    expect(Object.keys(probabilities)[0]).toBe(label);
  });

  it('shows a bar for each emotion', async () => {
    const { stdout } = await predict('clip.wav');
    expect(stdout).toMatch(/^clip\.wav: \w+ \(the model was trained on generated voices only\)\n/);
    expect(stdout).toMatch(/\n {2}\w+ +\d+\.\d% {2}█/);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1 + tinyLabels.length);
  });

  it('with --window answers for each window, and with their mean for the file', async () => {
    const { label, probabilities, segments } = await answerOf('clip.wav', '--window', '2');
    expect(segments).toHaveLength(6);
    expect(segments.at(-1)).toMatchObject({ end: 5.3 });
    for (const name of tinyLabels) {
      const mean = segments.reduce((sum, segment) => sum + segment.probabilities[name]!, 0) / 6;
      expect(probabilities[name]).toBeCloseTo(mean, 12);
    }
    expect(probabilities[label]).toBe(Math.max(...Object.values(probabilities)));
  });

  it('keeps the most likely labels of each window with --top', async () => {
    const { segments } = await answerOf('clip.wav', '--hop', '2', '--top', '1');
    for (const { label, probabilities } of segments) expect(Object.keys(probabilities)).toEqual([label]);
  });

  it('shows a line for each window', async () => {
    const { stdout } = await predict('clip.wav', '--window', '3');
    expect(stdout).toMatch(/\n {2}0\.0–3\.0 s {2}\w+ +\d+\.\d% {2}█/);
  });

  it('answers "no speech" for silence, with exit code 0', async () => {
    await writeWav(join(folder, 'muted.wav'), { samples: new Float32Array(16_000), sampleRate: 16_000 });
    expect(await answerOf('muted.wav')).toEqual({
      file: 'muted.wav',
      label: 'no speech',
      model: 'untrained',
      probabilities: {},
      speech: false,
      reason: 'silence',
      quality: { snr: null, level: -120, speechSeconds: 0, clipped: 0 },
    });
    expect((await predict('muted.wav')).stdout).toBe(
      'muted.wav: no speech (silence: was the microphone muted?)\n',
    );
  });

  it('warns about a clipped recording', async () => {
    const samples = clip.samples.map((sample) => Math.max(-1, Math.min(0.999, 6 * sample)));
    await writeWav(join(folder, 'loud.wav'), { samples, sampleRate: 16_000 });
    expect((await predict('loud.wav')).stdout).toMatch(/\n {2}clipped: \d+\.\d% of the samples/);
  });
});
