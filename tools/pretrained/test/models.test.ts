import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanCorpus } from '@ser/datasets/node';
import { evaluate } from '@ser/experiments';
import { modelFiles, modelNames, models } from '@ser/pretrained';
import { Recognizer } from '@ser/recognizer';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-pretrained-test-'));
  await writeSyntheticCorpus(folder, { speakers: 2, seed: 1 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(modelNames)('the model %s', (name) => {
  it('predicts for generated voices', async () => {
    const recognizer = await Recognizer.load(await modelFiles(name));
    const { utterances } = await scanCorpus('ravdess', folder);
    const { predictions, metrics } = await evaluate(recognizer, { data: [{ corpus: 'ravdess', folder }] });
    const known = utterances.filter(({ emotion }) => models[name].labels.includes(emotion));
    expect(predictions).toHaveLength(known.length);
    expect(metrics.skipped).toEqual([]);
    for (const { probabilities } of predictions) {
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
    }
    recognizer.dispose();
  });
});
