import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AudioClip } from '@ser/dsp';
import { FeatureExtractor, type FeatureDescription } from '@ser/dsp';
import { Normalizer } from '@ser/dsp';
import { createClassifier, openEngine, parseNetworkDescription, type Engine } from '@ser/models';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRecognizer } from '../src/node/loadRecognizer.js';
import { saveRecognizer } from '../src/node/saveRecognizer.js';
import { type Prediction } from '../src/prediction.js';
import { Recognizer } from '../src/recognizer.js';
import { card } from './fakes.js';
import { tone } from './tone.js';

// A real network, trained on tones, goes to disk and comes back.

const labels = ['low', 'high'];
const features: FeatureDescription = {
  sampleRate: 8000,
  features: [{ name: 'mfcc', nMfcc: 8, nFft: 256, hopLength: 256, nMels: 20 }],
  segment: { duration: 0.5 },
};
const heard = Array.from({ length: 16 }, (_, i) =>
  tone(i % 2 === 0 ? 200 + 5 * i : 1200 + 20 * i, { phase: i }),
);
const unheard = [tone(233, { phase: 0.4 }), tone(1333, { phase: 0.4 })];

async function train(engine: Engine, clips: readonly AudioClip[]): Promise<Recognizer> {
  const extractor = new FeatureExtractor(features);
  const extracted = clips.map((clip) => extractor.extract(clip));
  const normalizer = Normalizer.fit(extracted);
  const network = parseNetworkDescription({
    kind: 'cnn1d',
    convolutions: [{ filters: 4, kernelSize: 3 }],
    dense: [],
  });
  const inputShape = [extractor.nFrames!, extractor.nFeatures];
  const classifier = createClassifier(network, { engine, inputShape, nClasses: 2, seed: 1 });
  const data = Float32Array.from(extracted.flatMap((clip) => [...normalizer.apply(clip).data]));
  const y = Int32Array.from(clips, (_, i) => i % 2);
  const optimizer = { name: 'adam', learningRate: 0.01 } as const;
  await classifier.fit({ data, shape: [clips.length, ...inputShape] }, y, {
    epochs: 20,
    batchSize: 8,
    optimizer,
    seed: 1,
  });
  return new Recognizer({ labels, features, normalizer, classifier, card });
}

describe('a model folder', () => {
  let folder: string;
  let engine: Engine;
  let trained: Recognizer;
  let answers: readonly Prediction[];
  const model = () => join(folder, 'model');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ser-recognizer-'));
    engine = await openEngine('tfjs-cpu');
    trained = await train(engine, heard);
    answers = await trained.predictAll(unheard);
    await saveRecognizer(model(), trained);
  });

  afterAll(async () => {
    trained.dispose();
    await rm(folder, { recursive: true });
  });

  /** A copy of the model that a test may spoil. */
  async function copy(name: string): Promise<string> {
    const target = join(folder, name);
    await mkdir(target);
    for (const file of await readdir(model())) await copyFile(join(model(), file), join(target, file));
    return target;
  }

  it('holds the network, what it needs, and a card for people; no leftovers', async () => {
    expect((await readdir(model())).sort()).toEqual([
      'README.md',
      'model.json',
      'recognizer.json',
      'weights.bin',
    ]);
    expect(await readFile(join(model(), 'README.md'), 'utf8')).toContain('# A speech emotion model: tones');
  });

  it('has learnt something: tones it never heard are told apart', () => {
    expect(answers.map(({ label }) => label)).toEqual(labels);
  });

  it('gives the same probabilities after loading, bit for bit', async () => {
    const loaded = await loadRecognizer(model(), engine);
    expect(await loaded.predictAll(unheard)).toEqual(answers);
    expect(loaded.card).toEqual(card);
    expect(loaded.sampleRate).toBe(8000);
    loaded.dispose();
  });

  it('saved again is the same, byte for byte', async () => {
    const loaded = await loadRecognizer(model(), engine);
    expect(await loaded.toFiles()).toEqual(await trained.toFiles());
    loaded.dispose();
  });

  it('is needed for loading, the README is not', async () => {
    const place = await copy('no-readme');
    await rm(join(place, 'README.md'));
    const loaded = await loadRecognizer(place, engine);
    expect((await loaded.predict(unheard[0]!)).label).toBe('low');
    loaded.dispose();
  });

  it('replaces an older model and leaves other files alone', async () => {
    const place = await copy('older');
    await writeFile(join(place, 'weights.bin'), 'old');
    await writeFile(join(place, 'notes.txt'), 'mine');
    await saveRecognizer(place, trained);
    const loaded = await loadRecognizer(place, engine);
    expect(await loaded.predictAll(unheard)).toEqual(answers);
    loaded.dispose();
    expect(await readFile(join(place, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('keeps the old model when the new one cannot be written', async () => {
    const place = await copy('kept');
    await mkdir(join(place, '.weights.bin.saving')); // in the way of the temporary file
    await expect(saveRecognizer(place, trained)).rejects.toMatchObject({ code: 'EISDIR' });
    const loaded = await loadRecognizer(place, engine);
    expect(await loaded.predictAll(unheard)).toEqual(answers);
    loaded.dispose();
  });

  it.each(['recognizer.json', 'model.json', 'weights.bin'])('without %s is refused by name', async (part) => {
    const place = await copy(`without-${part}`);
    await rm(join(place, part));
    await expect(loadRecognizer(place, engine)).rejects.toMatchObject({
      code: 'model-part-missing',
      file: join(place, part),
      message: expect.stringContaining(`The model lacks \`${part}\`. Copy the whole model folder`),
    });
  });

  it.each([
    ['recognizer.json', 'it is not JSON'],
    ['model.json', 'is not JSON'],
    ['weights.bin', 'bytes of weights'],
  ])('with %s cut short is refused by name: %s', async (part, fragment) => {
    for (const length of [0, 10]) {
      const place = await copy(`${length}-bytes-of-${part}`);
      await truncate(join(place, part), length);
      await expect(loadRecognizer(place, engine)).rejects.toMatchObject({
        code: 'model-corrupt',
        file: join(place, part),
        message: expect.stringContaining(fragment),
      });
    }
  });

  it('with the network of other labels is refused', async () => {
    const place = await copy('other-labels');
    const path = join(place, 'recognizer.json');
    const json = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...json, labels: ['low', 'middle', 'high'] }));
    await expect(loadRecognizer(place, engine)).rejects.toMatchObject({
      code: 'model-corrupt',
      file: path,
      message: expect.stringContaining('`labels` must name the 2 classes of the classifier, got 3'),
    });
  });

  it('with weights that are no numbers says so instead of guessing', async () => {
    const place = await copy('nan');
    const path = join(place, 'weights.bin');
    const { length } = await readFile(path);
    await writeFile(path, new Uint8Array(length).fill(0xff));
    const loaded = await loadRecognizer(place, engine);
    await expect(loaded.predict(unheard[0]!)).rejects.toMatchObject({ code: 'model-corrupt' });
    loaded.dispose();
  });

  it('that does not exist, or is a file, is not found', async () => {
    await expect(loadRecognizer(join(folder, 'nowhere'), engine)).rejects.toMatchObject({
      code: 'model-not-found',
      file: join(folder, 'nowhere'),
      message: expect.stringContaining('does not exist. Train a model first'),
    });
    await expect(loadRecognizer(join(model(), 'model.json'), engine)).rejects.toMatchObject({
      code: 'model-not-found',
      message: expect.stringContaining('is a file, not a folder'),
    });
  });

  it('is pointed out when the run folder around it is given', async () => {
    await expect(loadRecognizer(folder, engine)).rejects.toMatchObject({
      code: 'model-part-missing',
      message: expect.stringContaining(`The model seems to be in \`${model()}\``),
    });
  });
});
