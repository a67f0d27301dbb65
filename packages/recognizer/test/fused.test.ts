import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitFrameEncoder } from '@ser/classifiers';
import { meanProbabilities } from '@ser/classifiers';
import { FeatureExtractor } from '@ser/dsp';
import { Normalizer } from '@ser/dsp';
import { createClassifier, openEngine, type ModelDescription, type Engine } from '@ser/models';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packTar, unpackTar } from '../src/load/tar.js';
import { saveRecognizer } from '../src/node/saveRecognizer.js';
import { Recognizer } from '../src/recognizer.js';
import { type FusedMember } from '../src/recognizerParts.js';
import { card, FakeClassifier, features, identity, ListeningClassifier, partsOf } from './fakes.js';
import { tone } from './tone.js';

const labels = ['low', 'middle', 'high'];
const member = (name: string, change: Partial<FusedMember> = {}): FusedMember => ({
  ...{ name, features, normalizer: identity(), classifier: new FakeClassifier() },
  ...change,
});
const fused = (...members: FusedMember[]) => new Recognizer({ labels, members, card });

describe('meanProbabilities', () => {
  it('is the mean, each weighted', () => {
    const all = [Float32Array.of(1, 0, 0.5, 0.5), Float32Array.of(0, 1, 0, 1)];
    expect([...meanProbabilities(all)]).toEqual([0.5, 0.5, 0.25, 0.75]);
    expect([...meanProbabilities(all, [3, 1])]).toEqual([0.75, 0.25, 0.375, 0.625]);
  });

  it('of one is that one, bit for bit', () => {
    const only = Float32Array.of(0.1, 0.9);
    expect(meanProbabilities([only], [0.3])).toBe(only);
  });
});

describe('a recogniser of several classifiers', () => {
  const one = new FakeClassifier([0.75, 0.25, 0]);
  const other = new FakeClassifier([0, 0.25, 0.75]);

  it('answers with the weighted mean of their probabilities', async () => {
    const recognizer = fused(
      member('one', { classifier: one }),
      member('other', { classifier: other, weight: 3 }),
    );
    const { label, probabilities } = await recognizer.predict(tone(440));
    expect(label).toBe('high');
    expect(probabilities).toEqual({ low: 0.1875, middle: 0.25, high: 0.5625 });
    expect(recognizer.members.map(({ name, weight }) => [name, weight])).toEqual([
      ['one', 1],
      ['other', 3],
    ]);
  });

  it('answers over time and to a session as on the whole', async () => {
    const hears = () => fused(member('one', { classifier: new ListeningClassifier() }), member('other'));
    const whole = await hears().predict(tone(440));
    const [segment] = await hears().segments(tone(440));
    expect(segment).toMatchObject(whole);
    expect(await hears().session().predict(tone(440))).toMatchObject({ raw: { label: whole.label } });
  });

  it('chooses among some labels of the mean: their probabilities in it divided by their sum', async () => {
    const recognizer = fused(member('one', { classifier: one }), member('other', { classifier: other }));
    const { probabilities } = await recognizer.among(['low', 'middle']).predict(tone(440));
    expect(probabilities['low']).toBeCloseTo(0.375 / 0.625, 6);
  });

  it('describes a clip once for classifiers with the same features', async () => {
    const [first, second] = [new FakeClassifier(), new FakeClassifier()];
    await fused(member('one', { classifier: first }), member('other', { classifier: second })).predict(
      tone(440),
    );
    expect(first.asked).toEqual(second.asked);
  });

  it('frees all of them with itself', () => {
    const classifiers = [new FakeClassifier(), new FakeClassifier()];
    fused(...classifiers.map((classifier, i) => member(`m${i}`, { classifier }))).dispose();
    expect(classifiers.map(({ disposed }) => disposed)).toEqual([true, true]);
  });

  it.each([
    ['`members` must be two at least, got 1', [member('one')]],
    ['got `one`', [member('one'), member('one')]],
    ['lower-case words joined by hyphens, got `../one`', [member('other'), member('../one')]],
    [
      '`weight` of `other` must be a number above 0, got `0`',
      [member('one'), member('other', { weight: 0 })],
    ],
    [
      'got 16000 Hz of `other` beside 8000 Hz',
      [member('one'), member('other', { features: { ...features, sampleRate: 16000 } })],
    ],
    [
      '`classifier` of `other` must take examples of shape [1, 4]',
      [
        member('one'),
        member('other', { classifier: Object.assign(new FakeClassifier(), { inputShape: [2, 4] }) }),
      ],
    ],
  ])('refuses members that do not fit together: %s', (fragment, members) => {
    expect(() => fused(...members)).toThrow(
      expect.objectContaining({ code: 'invalid-option', message: expect.stringContaining(fragment) }),
    );
  });
});

// Real classifiers of three kinds, one of them a kernel machine, go to disk and come back.
describe('the folder of several classifiers', () => {
  let folder: string;
  let engine: Engine;
  let members: FusedMember[];
  let recognizer: Recognizer;
  const model = () => join(folder, 'model');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ser-fused-'));
    engine = await openEngine('tfjs-cpu');
    members = await Promise.all([
      trained('ridge', { kind: 'ridge', innerFolds: 2 }),
      trained('kernel', { kind: 'kernelRidge', innerFolds: 2 }),
      trained('network', { kind: 'dense', units: [3] }),
    ]);
    members.push(await trainedOnFrames('frames'));
    members[2] = { ...members[2]!, weight: 2 };
    recognizer = fused(...members);
    await saveRecognizer(model(), recognizer);
  });

  afterAll(async () => {
    recognizer.dispose();
    await rm(folder, { recursive: true });
  });

  async function trained(name: string, description: ModelDescription): Promise<FusedMember> {
    const classifier = createClassifier(description, { engine, inputShape: [1, 4], nClasses: 3, seed: 1 });
    const y = Int32Array.from({ length: 12 }, (_, i) => i % 3);
    const data = Float32Array.from({ length: 48 }, (_, i) => 40 * y[i >> 2]! + 7 * Math.sin(i));
    await classifier.fit({ data, shape: [12, 1, 4] }, y, { seed: 1, epochs: 1 });
    return member(name, { classifier });
  }

  /** A ridge on Fisher vectors of the frames of clips. */
  async function trainedOnFrames(name: string): Promise<FusedMember> {
    const frames = { ...features, functionals: undefined };
    const extractor = new FeatureExtractor(frames);
    const clips = [200, 400, 600, 800, 1000, 1200].map((hertz) => extractor.extract(tone(hertz)));
    const normalizer = Normalizer.fit(clips);
    const normalized = clips.map((clip) => normalizer.apply(clip));
    const encoder = await fitFrameEncoder({ kind: 'fisherVectors', nComponents: 2 }, normalized, { seed: 1 });
    const inputShape = [1, encoder.nOutputs];
    const classifier = createClassifier(
      { kind: 'ridge', innerFolds: 2 },
      { engine, inputShape, nClasses: 3, seed: 1 },
    );
    const data = Float32Array.from(normalized.flatMap((clip) => [...encoder.encode(clip)]));
    await classifier.fit({ data, shape: [6, ...inputShape] }, Int32Array.of(0, 0, 1, 1, 2, 2), { seed: 1 });
    return { name, features: frames, normalizer, encoder, classifier };
  }

  it('has a folder of its own for each network, and one description of all', async () => {
    expect((await readdir(model(), { recursive: true })).sort()).toEqual([
      'README.md',
      'frames',
      'frames/encoder.bin',
      'frames/encoder.json',
      'frames/model.json',
      'frames/weights.bin',
      'kernel',
      'kernel/model.json',
      'kernel/weights.bin',
      'network',
      'network/model.json',
      'network/weights.bin',
      'recognizer.json',
      'ridge',
      'ridge/model.json',
      'ridge/weights.bin',
    ]);
  });

  it('answers after loading with the mean of what its members say, from a folder, an archive or files', async () => {
    const clips = [tone(200), tone(1000)];
    const alone = await Promise.all(
      members.map(async (member) => {
        const answers = await new Recognizer({ ...partsOf(), ...member }).predictAll(clips);
        return Float32Array.from(answers.flatMap(({ probabilities }) => Object.values(probabilities)));
      }),
    );
    const mean = meanProbabilities(alone, [1, 1, 2, 1]);
    for (const source of [model(), await recognizer.toBytes(), await recognizer.toFiles()]) {
      const loaded = await Recognizer.load(source, { engine });
      const answers = await loaded.predictAll(clips);
      const probabilities = answers.flatMap((answer) => Object.values(answer.probabilities));
      expect(probabilities).toEqual([...mean]);
      expect(await loaded.toFiles()).toEqual(await recognizer.toFiles());
      loaded.dispose();
    }
  });

  it('is unpacked from an archive that holds its folder', async () => {
    const files = await recognizer.toFiles();
    const inFolder = Object.entries(files).map(([name, bytes]) => [`./mine/${name}`, bytes] as const);
    expect(unpackTar(packTar(Object.fromEntries(inFolder)))).toEqual(files);
  });

  it('is not packed under a name that an archive cannot hold', () => {
    const name = (length: number) => ({ [`${'a'.repeat(length - 12)}/weights.bin`]: Uint8Array.of(1) });
    expect(unpackTar(packTar(name(100)))).toEqual(name(100));
    expect(() => packTar(name(101))).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining('at most 100 bytes'),
      }),
    );
  });

  it('without a part of a member is refused by its name', async () => {
    const files = Object.entries(await recognizer.toFiles());
    const others = Object.fromEntries(files.filter(([name]) => name !== 'kernel/weights.bin'));
    await expect(Recognizer.load(others, { engine })).rejects.toMatchObject({
      code: 'model-part-missing',
      file: 'kernel/weights.bin',
    });
    const noEncoder = Object.fromEntries(files.filter(([name]) => name !== 'frames/encoder.bin'));
    await expect(Recognizer.load(noEncoder, { engine })).rejects.toMatchObject({
      code: 'model-part-missing',
      file: 'frames/encoder.bin',
    });
    const cut = { ...noEncoder, 'frames/encoder.bin': Uint8Array.of(1) };
    await expect(Recognizer.load(cut, { engine })).rejects.toMatchObject({
      code: 'model-corrupt',
      file: 'frames/encoder.bin',
    });
    const broken = { ...others, 'kernel/weights.bin': Uint8Array.of(1) };
    await expect(Recognizer.load(broken, { engine })).rejects.toMatchObject({
      code: 'model-corrupt',
      file: 'kernel/weights.bin',
    });
  });
});
