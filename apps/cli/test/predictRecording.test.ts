import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './makeFolder.js';
import { runSer } from './runSer.js';
import { syllables } from './syllables.js';
import { tinyLabels, writeTinyModel } from './tinyModel.js';

interface Answer {
  readonly label: string;
  readonly speech: boolean;
  readonly probabilities: Readonly<Record<string, number>>;
  readonly quality: { readonly speechSeconds: number; readonly snr: number | null };
  readonly segments?: readonly Answer[];
}

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('long');
  await writeTinyModel(folder);
  for (const seconds of [61, 122]) {
    const { samples, sampleRate } = syllables(300, seconds);
    await writeWav(join(folder, `${seconds}.wav`), { samples, sampleRate });
  }
  await writeWav(join(folder, 'silence.wav'), { samples: new Float32Array(8000 * 122), sampleRate: 8000 });
});

async function predict(...argv: readonly string[]): Promise<{ answer: Answer; stderr: string }> {
  const { stdout, stderr } = await runSer(
    ['predict', ...argv, '--model', 'model', '--engine', 'tfjs-cpu', '--json'],
    { cwd: folder },
  );
  return { answer: (JSON.parse(stdout) as Answer[])[0]!, stderr };
}

describe('ser predict for long recordings', () => {
  it('answers for more than a minute as a whole, and says that --window exists', async () => {
    const { answer, stderr } = await predict('61.wav');
    expect(Object.keys(answer.probabilities)).toEqual(tinyLabels);
    expect(stderr).toContain('note: 61.wav is a long recording. `--window 3` also shows');
    expect((await predict('61.wav', '--window', '30')).stderr).not.toContain('note:');
  });

  it('answers for more than two minutes with the mean over windows', async () => {
    const { answer, stderr } = await predict('122.wav');
    expect(stderr).toContain('The answer is the mean over windows of 3 s.');
    expect(answer).not.toHaveProperty('segments');
    const windows = (await predict('122.wav', '--window', '3', '--hop', '3')).answer;
    expect(windows.segments).toHaveLength(41);
    expect(windows.probabilities).toEqual(answer.probabilities);
    const spoken = windows.segments!.filter(({ speech }) => speech);
    for (const name of tinyLabels) {
      const mean = spoken.reduce((sum, one) => sum + one.probabilities[name]!, 0) / spoken.length;
      expect(answer.probabilities[name]).toBeCloseTo(mean, 12);
    }
  });

  it('counts the speech of overlapping windows once', async () => {
    const { quality } = (await predict('122.wav', '--window', '3', '--hop', '3')).answer;
    const overlapping = (await predict('122.wav', '--window', '3', '--hop', '1')).answer.quality;
    expect(quality.speechSeconds).toBeGreaterThan(1);
    expect(quality.speechSeconds).toBeLessThan(122);
    expect(overlapping.speechSeconds / quality.speechSeconds).toBeCloseTo(1, 0);
  });

  it('reports silence', async () => {
    const { answer } = await predict('silence.wav');
    expect(answer).toMatchObject({ label: 'no speech', speech: false, reason: 'silence', probabilities: {} });
  });
});
