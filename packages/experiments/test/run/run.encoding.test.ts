import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/data/scan.js';
import { extract } from '../../src/features/extract.js';
import type { ExtractedClips } from '../../src/features/extractedClips.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import type { Member } from '../../src/recipe/recipe.js';
import { examplesOf } from '../../src/training/examples.js';
import { fit } from '../../src/training/fit.js';
import { fitPreparation } from '../../src/training/fitPreparation.js';
import { predict } from '../../src/training/predict.js';
import { freshFolder, interrupt, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

/** Clips of any length: a Fisher vector of each clip's frames, and a ridge on it. */
const encoded = parseRecipe({
  ...tinyJson,
  training: {},
  name: 'tiny-encoded',
  split: { kind: 'speaker-folds', folds: 2 },
  features: { ...tinyJson.features, segment: undefined },
  augmentation: { variants: [[{ name: 'speed', rate: 0.9 }]] },
  encoding: { kind: 'fisherVectors', nComponents: 3, dimensions: 4, framesFitted: 500 },
  classifier: { kind: 'ridge', regularization: [0.1, 1] },
});
const [member] = encoded.members as [Member];
const { labels, seed } = encoded;

describe('a recipe that encodes the frames of clips', () => {
  let corpus: string;
  let tiny: Awaited<ReturnType<typeof runTiny>>;

  beforeAll(async () => {
    corpus = await tinyCorpus();
    tiny = await runTiny(corpus, {}, encoded);
  });

  it('tests every clip, and describes the encoding in the report', async () => {
    expect(tiny.result.predictions).toHaveLength(56);
    expect(await tiny.read('report.html')).toContain('frames of each clip as fisherVectors');
  });

  it('saves a model with its encoder that predicts a clip of any length', async () => {
    expect((await readdir(join(tiny.result.modelFolder!, 'ridge'))).sort()).toEqual([
      ...['encoder.bin', 'encoder.json', 'model.json', 'weights.bin'],
    ]);
    expect(await tiny.read('model/README.md')).toContain('`fisherVectors`');
    const recognizer = await Recognizer.load(tiny.result.modelFolder!, {
      engine: await openEngine('tfjs-wasm'),
    });
    const { probabilities } = await recognizer.predict({
      samples: Float32Array.from({ length: 50_000 }, (_, i) => Math.sin(i / 9) * Math.sin(i / 999)),
      sampleRate: 16000,
    });
    expect(Object.values(probabilities).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    recognizer.dispose();
  });

  it('gives the same results after an interruption, byte for byte', async () => {
    const out = await interrupt(corpus, encoded, ({ type }) => type === 'refit');
    await runTiny(corpus, { out, resume: true }, encoded);
    for (const file of ['predictions.csv', 'model/ridge/encoder.bin', 'model/ridge/weights.bin']) {
      expect(await readFile(join(out, file))).toEqual(await readFile(join(tiny.result.folder, file)));
    }
  });

  it('reads a finished model back after an interruption', async () => {
    const oneFold = { ...encoded, split: tinyJson.split };
    const whole = await runTiny(corpus, {}, oneFold);
    const out = join(await freshFolder(), 'run');
    const interrupted = runTiny(
      corpus,
      {
        out,
        onEvent: (event) => {
          if (event.type === 'model') throw new Error('interrupted');
        },
      },
      oneFold,
    );
    await expect(interrupted).rejects.toThrow('interrupted');
    const { events } = await runTiny(corpus, { out, resume: true }, oneFold);
    expect(events).toContainEqual(expect.objectContaining({ type: 'resumed', finished: true }));
    for (const file of ['ridge/encoder.bin', 'ridge/encoder.json', 'recognizer.json', 'ridge/weights.bin']) {
      const path = join('model', file);
      expect(await readFile(join(out, path))).toEqual(await readFile(join(whole.result.folder, path)));
    }
  });

  it('fits the encoder only on training clips', async () => {
    const engine = await openEngine('tfjs-wasm');
    const { features } = member;
    const data = [{ corpus: 'ravdess', folder: corpus }];
    const clips = await extract(await scan({ corpora: ['ravdess'], labels, data }), { features });
    const train = [...clips.utterances.keys()].filter((row) => row % 14 > 1);
    const changed: ExtractedClips = { ...clips, data: clips.data.slice() };
    changed.data.fill(9, 0, clips.starts![2]! * clips.nFeatures); // clips 0 and 1 are not among them
    const kept = [];
    for (const version of [clips, changed]) {
      const fitted = await fit(version, member, { train, labels, seed, engine });
      const [test] = await predict(version, fitted, { test: [0], fold: '1', labels });
      kept.push({ encoder: fitted.encoding!.encoder.save(), probabilities: test!.probabilities });
      fitted.classifier.dispose();
    }
    expect(kept[1]!.encoder).toEqual(kept[0]!.encoder);
    expect(kept[1]!.probabilities).not.toEqual(kept[0]!.probabilities);
  });

  it('normalizes the encoded rows per speaker, with per-speaker normalization', async () => {
    const { features } = member;
    const data = [{ corpus: 'ravdess', folder: corpus }];
    const clips = await extract(await scan({ corpora: ['ravdess'], labels, data }), { features });
    const rows = [...clips.utterances.keys()];
    const [first] = new Set(clips.utterances.map(({ speaker }) => speaker));
    const own = rows.filter((row) => clips.utterances[row]!.speaker === first);
    const train = rows.filter((row) => !own.includes(row));
    const meanOfFirst = async (scope: 'train' | 'speaker') => {
      const prepared = await fitPreparation(clips, { ...member, normalize: { scope } }, { train, seed });
      const { data, shape } = examplesOf(clips, own, prepared);
      return own.reduce((sum, _, i) => sum + data[i * shape[2]!]!, 0) / own.length;
    };
    expect(Math.abs(await meanOfFirst('train'))).toBeGreaterThan(0.01);
    expect(await meanOfFirst('speaker')).toBeCloseTo(0, 1); // except for values beyond the limit of 3
  });
});
