import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isGeneralModelInstalled } from '../src/isGeneralModelInstalled.js';
import { type DemoFolder, demoClip, demoCorpus, demoModel, makeDemoFolder } from './demoFolder.js';
import { runSer } from './runSer.js';

let demo: DemoFolder;

beforeAll(async () => {
  demo = await makeDemoFolder();
}, 60_000);

afterAll(() => rm(demo.folder, { recursive: true }));

const ser = (...argv: readonly string[]) => runSer(argv, { cwd: demo.folder });
const train = (out: string, ...options: readonly string[]) =>
  ser(
    'train',
    '--recipe',
    'synthetic-voices',
    '--data',
    demoCorpus,
    '--out',
    out,
    '--epochs',
    '2',
    ...options,
  );

describe('ser demo', () => {
  it('goes from synthetic voices to a report, a model and a prediction', async () => {
    const { code, stdout } = demo.outcome;
    expect(code).toBe(0);
    expect(stdout).toMatch(/UAR \d+\.\d % on synthetic voices, speaker-independent/);
    expect(stdout).toMatch(/report {2}demo\/run\/report\.html/);
    expect(stdout).toMatch(/model {3}demo\/run\/model/);
    expect(stdout).toMatch(/whom the model never heard, acting \w+:\ndemo\/corpus\/Actor_\d\d\/.*\.wav: \w+/);
  });

  it('says everywhere that the voices are synthetic', () => {
    const { stdout, stderr } = demo.outcome;
    expect(stderr).toMatch(/^Synthetic voices: no human speaks/);
    expect(stderr).toContain('synthetic voices, not people');
    expect(stdout).toContain('synthetic voices: these figures say nothing about people');
    expect(stdout).toContain('(the model knows synthetic voices only)');
  });

  it('says at once which engine computes', () => {
    expect(demo.outcome.stderr).toMatch(/^engine: \S+ — (ONNX Runtime|TensorFlow\.js) \d/m);
  });

  it('ends with the command for real data', () => {
    expect(demo.outcome.stdout).toContain('https://zenodo.org/records/1188976');
    expect(demo.outcome.stdout).toContain(
      'ser train --recipe ravdess-cnn --data PATH/TO/RAVDESS --out runs/ravdess',
    );
  });

  it('predicts a speaker who is not in the training', async () => {
    const { stdout } = demo.outcome;
    const speaker = /synthetic speaker (\d\d), whom the model never heard/.exec(stdout)![1]!;
    const metrics = JSON.parse(await readFile(join(demo.folder, 'demo/run/metrics.json'), 'utf8'));
    expect(metrics.folds[0].test.speakers).toContain(speaker);
    expect(metrics.folds[0].train.speakers).not.toContain(speaker);
  });

  it('runs again over its own folder and answers with one document', async () => {
    const { code, stdout } = await ser('demo', '--out', 'demo', '--epochs', '8', '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      out: 'demo/run',
      model: demoModel,
      metrics: { synthetic: true, seed: 1 },
    });
    expect(answer.predictions).toHaveLength(1);
    expect(answer.general).toHaveLength((await isGeneralModelInstalled()) ? 1 : 0);
  });
});

describe('ser train', () => {
  it('fills the run folder', async () => {
    expect((await readdir(join(demo.folder, 'demo/run'))).sort()).toEqual([
      'charts',
      'history.csv',
      'metrics.json',
      'model',
      'predictions.csv',
      'recipe.json',
      'report.html',
      'split.json',
    ]);
  });

  it('--json answers with the metrics it has written', async () => {
    const { code, stdout } = await train('json', '--json');
    expect(code).toBe(0);
    const { metrics, ...places } = JSON.parse(stdout);
    expect(places).toEqual({ out: 'json', report: 'json/report.html', model: 'json/model' });
    expect(metrics).toEqual(JSON.parse(await readFile(join(demo.folder, 'json/metrics.json'), 'utf8')));
  });

  it('--json --events writes one event a line, the answer last', async () => {
    const { code, stdout } = await train(
      'events',
      '--json',
      '--events',
      '--split',
      'speaker-folds',
      '--folds',
      '2',
    );
    expect(code).toBe(0);
    const types = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types[0]).toBe('engine');
    expect(types.filter((type) => type === 'epoch')).toHaveLength(3 * 2);
    expect(types.filter((type) => type === 'scored')).toHaveLength(2);
    expect(types.at(-1)).toBe('done');
  });

  it('the same seed gives the same predictions, byte for byte', async () => {
    await train('first', '--seed', '5');
    await train('second', '--seed', '5');
    const predictions = (run: string) => readFile(join(demo.folder, run, 'predictions.csv'), 'utf8');
    expect(await predictions('first')).toBe(await predictions('second'));
  });

  it('names a random split speaker-dependent, right beside the figure', async () => {
    const { stdout } = await train('random', '--split', 'random');
    expect(stdout).toMatch(/^UAR .* SPEAKER-DEPENDENT: the tested voices were also heard in training/m);
  });

  it('takes a recipe of your own from a file', async () => {
    const { stdout } = await ser('recipes', 'show', 'synthetic-voices');
    await writeFile(
      join(demo.folder, 'mine.json'),
      JSON.stringify({ ...JSON.parse(stdout), name: 'mine', training: { epochs: 1 } }),
    );
    const trained = await ser(
      'train',
      '--recipe',
      './mine.json',
      '--data',
      `ravdess=${demoCorpus}`,
      '--out',
      'mine',
    );
    expect(trained.code).toBe(0);
    expect(trained.stdout).toContain('\nmine: ');
  });

  it('refuses a recipe of your own that is not valid, naming the file and the field', async () => {
    await writeFile(join(demo.folder, 'bad.json'), '{ "name": "bad", "epochs": 3 }');
    const { code, stderr } = await ser('train', '--recipe', 'bad.json', '--data', demoCorpus, '--out', 'bad');
    expect(code).toBe(2);
    expect(stderr).toContain('`bad.json` is not valid');
    expect(stderr).toContain('labels: ');
  });
});

describe('ser evaluate', () => {
  it('refuses speakers that the model has heard, unless told', async () => {
    const refused = await ser('evaluate', '--model', demoModel, '--data', demoCorpus);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--allow-trained-speakers');
    const told = await ser(
      'evaluate',
      '--model',
      demoModel,
      '--data',
      demoCorpus,
      '--allow-trained-speakers',
    );
    expect(told.code).toBe(0);
    expect(told.stdout).toContain('SPEAKER-DEPENDENT');
  });

  it('scores the speakers that it has not heard, as the run has scored them', async () => {
    const run = JSON.parse(await readFile(join(demo.folder, 'demo/run/metrics.json'), 'utf8'));
    for (const speaker of run.folds[0].test.speakers as string[]) {
      const actor = `Actor_${speaker.split('/').at(-1)!}`;
      await cp(join(demo.folder, demoCorpus, actor), join(demo.folder, 'unheard', actor), {
        recursive: true,
      });
    }
    await cp(join(demo.folder, demoCorpus, 'corpus.json'), join(demo.folder, 'unheard/corpus.json'));
    const { code, stdout } = await ser(
      'evaluate',
      '--model',
      demoModel,
      '--data',
      'unheard',
      '--out',
      'scored',
      '--json',
    );
    expect(code).toBe(0);
    const { metrics, report } = JSON.parse(stdout);
    expect(report).toBe('scored/report.html');
    expect(metrics).toMatchObject({ speakerIndependent: true, synthetic: true, pooled: run.pooled });
  });
});

describe('ser predict', () => {
  it('--json answers with label and probabilities for each file', async () => {
    const { code, stdout } = await ser('predict', demoClip, '--model', demoModel, '--json');
    expect(code).toBe(0);
    const [prediction] = JSON.parse(stdout);
    expect(prediction.file).toBe(demoClip);
    const shares = Object.values(prediction.probabilities as Record<string, number>);
    expect(Object.keys(prediction.probabilities)).toEqual(['neutral', 'happy', 'sad', 'angry']);
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 5);
    expect(prediction.probabilities[prediction.label]).toBe(Math.max(...shares));
  });

  it('--top N keeps the likeliest, best first', async () => {
    const { stdout } = await ser('predict', demoClip, '--model', demoModel, '--top', '2', '--json');
    const [{ label, probabilities }] = JSON.parse(stdout);
    expect(Object.keys(probabilities)).toHaveLength(2);
    expect(Object.keys(probabilities)[0]).toBe(label);
  });

  it('shows people a bar for each emotion', async () => {
    const { stdout } = await ser('predict', demoClip, '--model', demoModel);
    expect(stdout).toMatch(/^demo\/corpus\/.*\.wav: \w+ /);
    expect(stdout).toMatch(/\n {2}\w+ +\d+\.\d % {2}█/);
    expect(stdout.trimEnd().split('\n')).toHaveLength(5);
  });
});
