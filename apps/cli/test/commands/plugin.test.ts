import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';
import { makeTinyCorpus, tinyClip } from '../tinyCorpus.js';

let folder: string;
const ser = (...argv: readonly string[]) => runSer(argv, { cwd: folder });

beforeAll(async () => {
  folder = await makeTinyCorpus('plugin');
  const plugin = `export default ({ registerFeature, registerNetwork }) => {
    registerFeature({
      name: 'meanSize',
      frames: { frameLength: 400, hopLength: 400 },
      columns: ['meanSize'],
      extract: ({ samples }) => [samples.reduce((sum, x) => sum + Math.abs(x), 0) / samples.length],
    });
    registerNetwork({
      name: 'oneLayer',
      build({ tf, inputShape, nClasses, seed }) {
        const kernelInitializer = tf.initializers.glorotUniform({ seed });
        const model = tf.sequential();
        model.add(tf.layers.flatten({ inputShape: [...inputShape] }));
        model.add(tf.layers.dense({ units: nClasses, activation: 'softmax', kernelInitializer }));
        return model;
      },
    });
  };`;
  await writeFile(join(folder, 'mine.mjs'), plugin);
  const { features, classifier, ...ridge } = JSON.parse(await readFile(join(folder, 'ridge.json'), 'utf8'));
  expect({ features, classifier }).toBeDefined();
  const recipe = {
    ...ridge,
    name: 'mine',
    features: {
      sampleRate: features.sampleRate,
      features: [{ name: 'meanSize' }],
      functionals: ['mean', 'std'],
    },
    classifier: { kind: 'oneLayer' },
    training: { epochs: 2 },
  };
  await writeFile(join(folder, 'mine.json'), JSON.stringify(recipe));
});

const train = [
  'train',
  '--recipe',
  'mine.json',
  '--data',
  'ravdess=voices',
  '--split',
  'speaker',
  '--engine',
  'tfjs-cpu',
];

describe('--plugin', () => {
  it('is named by the error of a recipe that needs it', async () => {
    const { code, stderr } = await ser(...train, '--out', 'run');
    expect(code).toBe(2);
    expect(stderr).toContain("The feature 'meanSize' does not exist");
    expect(stderr).toContain("`classifier.kind` must be one of 'cnn1d'");
    expect(stderr).toContain('(`--plugin FILE` in the command)');
  });

  it('adds its parts to training, features, and prediction', async () => {
    const plugin = ['--plugin', './mine.mjs'];
    const trained = await ser(...train, '--out', 'run', ...plugin, '--json');
    expect(trained.code).toBe(0);
    expect(JSON.parse(trained.stdout).metrics.recipe).toBe('mine');
    const table = await ser('features', 'voices', '--features', 'meanSize', ...plugin, '--out', 'all.csv');
    expect(table.code).toBe(0);
    expect((await readFile(join(folder, 'all.csv'), 'utf8')).split('\n')[0]).toBe(
      'file,meanSize.mean,meanSize.std',
    );
    const predicted = await ser('predict', `voices/${tinyClip}`, '--model', 'run/model', ...plugin, '--json');
    expect(JSON.parse(predicted.stdout)).toMatchObject([{ label: expect.any(String) as string }]);
  });

  it('reports a file that does not exist', async () => {
    const { code, stderr } = await ser('predict', `voices/${tinyClip}`, '--plugin', 'nowhere.ts');
    expect(code).toBe(1);
    expect(stderr).toContain('nowhere.ts`. Pass the path of a plugin.');
  });
});
