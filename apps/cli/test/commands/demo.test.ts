import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isGeneralModelInstalled } from '../../src/isGeneralModelInstalled.js';
import { makeFolder } from '../makeFolder.js';
import { type Outcome, runSer } from '../runSer.js';

let folder: string;
let outcome: Outcome;

beforeAll(async () => {
  folder = await makeFolder('demo');
  outcome = await runSer(['demo', '--out', 'demo', '--epochs', '1'], { cwd: folder });
});

describe('ser demo', () => {
  it('writes a report and a model, and predicts a clip', () => {
    const { code, stdout } = outcome;
    expect(code).toBe(0);
    expect(stdout).toMatch(/UAR \d+\.\d% on generated voices, speaker-independent/);
    expect(stdout).toMatch(/report {2}demo\/run\/report\.html/);
    expect(stdout).toMatch(/model {3}demo\/run\/model/);
    expect(stdout).toMatch(
      /who is not in the training data, acting \w+:\ndemo\/corpus\/Actor_\d\d\/.*\.wav: \w+/,
    );
  });

  it('repeats that the voices are generated', () => {
    const { stdout, stderr } = outcome;
    expect(stderr).toMatch(/^This demo uses generated voices\. Its results say nothing about human speech\./);
    expect(stderr).toContain('(generated voices, not human)');
    expect(stdout).toContain('generated voices: these results say nothing about human speech');
    expect(stdout).toContain('(the model was trained on generated voices only)');
  });

  it('names the engine', () => {
    expect(outcome.stderr).toMatch(/^engine: \S+ — (ONNX Runtime|TensorFlow\.js) \d/m);
  });

  it('ends with the commands to use next', () => {
    const { stdout } = outcome;
    expect(stdout).toContain('https://zenodo.org/records/1188976');
    expect(stdout).toContain('ser train --recipe ravdess-cnn --data PATH/TO/RAVDESS --out runs/ravdess');
    expect(stdout).toMatch(/ser predict demo\/corpus\/\S+\.wav --model demo\/run\/model/);
  });

  it('predicts a speaker who is not in the training data', async () => {
    const speaker = /generated speaker (\d\d), who is not/.exec(outcome.stdout)![1]!;
    const metrics = JSON.parse(await readFile(join(folder, 'demo/run/metrics.json'), 'utf8'));
    expect(metrics.folds[0].test.speakers).toContain(speaker);
    expect(metrics.folds[0].train.speakers).not.toContain(speaker);
  });

  it('runs again in its own folder, and answers with one JSON document', async () => {
    const { code, stdout } = await runSer(['demo', '--out', 'demo', '--epochs', '1', '--json'], {
      cwd: folder,
    });
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      out: 'demo/run',
      report: 'demo/run/report.html',
      model: 'demo/run/model',
      metrics: { synthetic: true, seed: 1 },
    });
    expect(answer.predictions).toHaveLength(1);
    expect(answer.general).toHaveLength((await isGeneralModelInstalled()) ? 1 : 0);
  });
});
