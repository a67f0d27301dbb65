import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus } from '../tinyCorpus.js';

let folder: string;
const ser = (...argv: readonly string[]) => runSer(argv, { cwd: folder });

beforeAll(async () => {
  folder = await makeTinyCorpus('evaluate');
  await ser('train', '--recipe', 'ridge.json', '--data', 'voices', '--out', 'run');
});

describe('ser evaluate', () => {
  const evaluate = (...options: readonly string[]) => ser('evaluate', '--model', 'run/model', ...options);

  it('rejects speakers that the model was trained on', async () => {
    const { code, stderr } = await evaluate('--data', 'voices');
    expect(code).toBe(1);
    expect(stderr).toContain('`--allow-trained-speakers`');
  });

  it('evaluates them with --allow-trained-speakers, as speaker-dependent', async () => {
    const { code, stdout } = await evaluate('--data', 'voices', '--allow-trained-speakers');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^UAR .* SPEAKER-DEPENDENT: /m);
  });

  it('gives the result of the run for the speakers that the run tested', async () => {
    const run = JSON.parse(await readFile(join(folder, 'run/metrics.json'), 'utf8')) as {
      folds: { test: { speakers: string[] } }[];
      pooled: object;
    };
    for (const speaker of run.folds[0]!.test.speakers) {
      const actor = `Actor_${speaker.split('/').at(-1)!}`;
      await cp(join(folder, 'voices', actor), join(folder, 'unseen', actor), { recursive: true });
    }
    await cp(join(folder, 'voices/corpus.json'), join(folder, 'unseen/corpus.json'));
    const { code, stdout } = await evaluate('--data', 'unseen', '--out', 'evaluated', '--json');
    expect(code).toBe(0);
    const { out, report, metrics } = JSON.parse(stdout);
    expect({ out, report }).toEqual({ out: 'evaluated', report: 'evaluated/report.html' });
    expect(metrics).toMatchObject({ speakerIndependent: true, synthetic: true, pooled: run.pooled });
  });
});
