import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/data/scan.js';
import { extract } from '../../src/features/extract.js';
import type { ExtractedClips } from '../../src/features/extract.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { examplesOf } from '../../src/training/examplesOf.js';
import { fit } from '../../src/training/fit.js';
import { fitPreparation } from '../../src/training/fitPreparation.js';
import { predict } from '../../src/training/predict.js';
import { freshFolder, interrupt, runTiny, tinyCorpus, tinyJson } from '../tinyExperiment.js';

/** Clips of any length: a Fisher vector of each clip's frames, and a ridge on it. */
const encoded = requireSingle(
  parseRecipe({
    ...tinyJson,
    name: 'tiny-encoded',
    split: { kind: 'speaker-folds', folds: 2 },
    features: { ...tinyJson.features, segment: undefined },
    augmentation: { variants: [[{ name: 'speed', rate: 0.9 }]] },
    encoding: { kind: 'fisherVectors', nComponents: 3, dimensions: 4, framesFitted: 500 },
    classifier: { kind: 'ridge', regularization: [0.1, 1] },
    training: {},
  }),
);

describe('a recipe that encodes the frames of clips', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof runTiny>>;

  beforeAll(async () => {
    corpus = await tinyCorpus();
    tiny = await runTiny(corpus, {}, encoded);
  });

  it('tests every clip, and says in the report how it was done', async () => {
    expect(tiny.result.predictions).toHaveLength(56);
    expect(await tiny.read('report.html')).toContain('encoded as fisherVectors');
  });

  it('leaves a model that encodes as well, and answers for a clip of any length', async () => {
    expect((await readdir(tiny.result.modelFolder!)).sort()).toEqual([
      'README.md',
      'encoder.bin',
      'encoder.json',
      'model.json',
      'recognizer.json',
      'weights.bin',
    ]);
    expect(await tiny.read('model/README.md')).toContain('their frames encoded as `fisherVectors`');
    const recognizer = await Recognizer.load(tiny.result.modelFolder!, { engine: await openEngine('tfjs-wasm') });
    const { probabilities } = await recognizer.predict({
      samples: Float32Array.from({ length: 50_000 }, (_, i) => Math.sin(i / 9) * Math.sin(i / 999)),
      sampleRate: 16000,
    });
    expect(Object.values(probabilities).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    recognizer.dispose();
  });

  it('repeats itself, byte for byte, after it broke off', async () => {
    const out = await interrupt(corpus, encoded, ({ type }) => type === 'refit');
    await runTiny(corpus, { out, resume: true }, encoded);
    for (const file of ['predictions.csv', 'model/encoder.bin', 'model/weights.bin']) {
      expect(await readFile(join(out, file))).toEqual(await readFile(join(tiny.result.folder, file)));
    }
  });

  it('is as it was where its model was kept and read back', async () => {
    const oneFold = { ...encoded, split: tinyJson.split };
    const whole = await runTiny(corpus, {}, oneFold);
    const out = join(await freshFolder(), 'run');
    const broken = runTiny(
      corpus,
      {
        out,
        onEvent: (event) => {
          if (event.type === 'model') throw new Error('broken off');
        },
      },
      oneFold,
    );
    await expect(broken).rejects.toThrow('broken off');
    const { events } = await runTiny(corpus, { out, resume: true }, oneFold);
    expect(events).toContainEqual(expect.objectContaining({ type: 'resumed', finished: true }));
    for (const file of ['encoder.bin', 'encoder.json', 'recognizer.json', 'weights.bin']) {
      const path = join('model', file);
      expect(await readFile(join(out, path))).toEqual(await readFile(join(whole.result.folder, path)));
    }
  });

  it('fits the encoder to training clips alone', async () => {
    const engine = await openEngine('tfjs-wasm');
    const { features, labels } = encoded;
    const data = [{ corpus: 'ravdess', folder: corpus }];
    const clips = await extract(await scan({ corpora: ['ravdess'], labels, data }), { features });
    const train = [...clips.utterances.keys()].filter((row) => row % 14 > 1);
    const changed: ExtractedClips = { ...clips, data: clips.data.slice() };
    changed.data.fill(9, 0, clips.starts![2]! * clips.nFeatures); // clips 0 and 1 are not among them
    const kept = [];
    for (const version of [clips, changed]) {
      const fitted = await fit(version, encoded, { train, engine });
      const [test] = await predict(version, fitted, { test: [0], fold: '1', labels });
      kept.push({ encoder: fitted.encoding!.encoder.save(), probabilities: test!.probabilities });
      fitted.classifier.dispose();
    }
    expect(kept[1]!.encoder).toEqual(kept[0]!.encoder);
    expect(kept[1]!.probabilities).not.toEqual(kept[0]!.probabilities);
  });

  it('brings what it made of each speaker to mean 0 where speakers are normalised by their own clips', async () => {
    const { features, labels } = encoded;
    const data = [{ corpus: 'ravdess', folder: corpus }];
    const clips = await extract(await scan({ corpora: ['ravdess'], labels, data }), { features });
    const rows = [...clips.utterances.keys()];
    const [stranger] = new Set(clips.utterances.map(({ speaker }) => speaker));
    const own = rows.filter((row) => clips.utterances[row]!.speaker === stranger);
    const train = rows.filter((row) => !own.includes(row));
    const meanOfFirst = async (normalize: 'train' | 'speaker') => {
      const prepared = await fitPreparation(clips, { ...encoded, normalize }, { train });
      const { data, shape } = examplesOf(clips, own, prepared);
      return own.reduce((sum, _, i) => sum + data[i * shape[2]!]!, 0) / own.length;
    };
    expect(Math.abs(await meanOfFirst('train'))).toBeGreaterThan(0.01);
    expect(await meanOfFirst('speaker')).toBeCloseTo(0, 1); // but for what is cut off at 3 deviations
  });
});
