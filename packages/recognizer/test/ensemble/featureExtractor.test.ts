import { type FeatureDescription, type FeatureSource, Normalizer } from '@ser/dsp';
import { openFeatures } from '@ser/encoder';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RecognizerMember } from '../../src/ensemble/recognizerParts.js';
import { Recognizer } from '../../src/recognizer.js';
import { card, FakeClassifier, labels } from '../fakes.js';
import { tone } from '../tone.js';

const features: FeatureDescription = { sampleRate: 16000, features: [{ name: 'encoder', layers: [2] }] };
const clip = tone(440, { sampleRate: 16000 });
const columns = Array.from(
  { length: 768 },
  (_, i) => `encoder.layer2.${i < 384 ? 'mean' : 'std'}.${i % 384}`,
);

const normalizer = Normalizer.fromJSON({
  kind: 'train',
  names: columns,
  mean: columns.map(() => 0),
  scale: columns.map(() => 1),
});

const recognizers: Recognizer[] = [];

afterEach(() => {
  vi.doUnmock('@ser/encoder');
  for (const recognizer of recognizers.splice(0)) recognizer.dispose();
});

/** Takes the numbers of one layer, and predicts the same for every clip. */
const newClassifier = () => Object.assign(new FakeClassifier(), { inputShape: [1, 768] });

function recognizerOf(
  change: Partial<RecognizerMember> = {},
  open?: (description: FeatureDescription) => Promise<FeatureSource>,
): Recognizer {
  const member = { name: 'ridge', features, normalizer, classifier: newClassifier(), ...change };
  const recognizer = new Recognizer({ labels, members: [member], card, openFeatures: open });
  recognizers.push(recognizer);
  return recognizer;
}

/** Counts how often the encoder has been opened and closed. */
function countingOpener() {
  const counts = { opened: 0, closed: 0 };
  const open = async (description: FeatureDescription): Promise<FeatureSource> => {
    counts.opened++;
    const source = await openFeatures(description);
    return {
      ...{ description, sampleRate: source.sampleRate, names: source.names, nFeatures: source.nFeatures },
      extract: (given) => source.extract(given),
      async close() {
        counts.closed++;
        await source.close?.();
      },
    };
  };
  return { counts, open };
}

describe('a recognizer with a speech encoder', () => {
  it('gives the classifier the features of @ser/encoder', async () => {
    const classifier = newClassifier();
    expect((await recognizerOf({ classifier }).predict(clip)).label).toBe('middle');
    const source = await openFeatures(features);
    expect(classifier.received[0]!.data).toEqual((await source.extract(clip)).data);
    await source.close?.();
  });

  it('predicts the same for many clips, over a recording, in a stream, and in a session', async () => {
    const classifier = newClassifier();
    const recognizer = recognizerOf({ classifier });
    await recognizer.predictAll([clip, tone(880, { sampleRate: 16000 })]);
    const [segment] = await recognizer.segments(clip);
    for await (const { label } of recognizer.stream([clip.samples], { sampleRate: 16000 })) {
      expect(label).toBe(segment!.speech && segment!.label);
    }
    expect(await recognizer.session().predict(clip)).toMatchObject({ raw: { label: 'middle' } });
    const [both, ...rows] = classifier.received.map(({ data }) => data);
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toEqual(both!.subarray(0, 768));
  });

  it('opens the encoder once, at the first prediction, and closes it', async () => {
    const { counts, open } = countingOpener();
    const recognizer = recognizerOf({}, open);
    expect(counts.opened).toBe(0);
    await Promise.all([recognizer.predict(clip), recognizer.predict(clip)]);
    await recognizer.restrictTo(['low', 'high']).predict(clip);
    expect(counts).toEqual({ opened: 1, closed: 0 });
    recognizer.dispose();
    await vi.waitFor(() => expect(counts.closed).toBe(1));
  });

  it('tries again after the encoder could not be opened', async () => {
    let works = false;
    const recognizer = recognizerOf({}, (description) =>
      works ? openFeatures(description) : Promise.reject(new Error('offline')),
    );
    await expect(recognizer.predict(clip)).rejects.toThrow('offline');
    works = true;
    expect((await recognizer.predict(clip)).label).toBe('middle');
  });

  it('opens the encoder when the model is loaded', async () => {
    const { counts, open } = countingOpener();
    const files = await recognizerOf().toFiles();
    const options = { loadClassifier: newClassifier, openFeatures: open };
    const loaded = await Recognizer.load(files, options);
    recognizers.push(loaded);
    expect(counts.opened).toBe(1);
    expect((await loaded.predict(clip)).label).toBe('middle');
    expect(loaded.members[0]!.features).toEqual(features);
  });

  it('requests nothing from an address that a model names', async () => {
    const other = { name: 'encoder', model: 'https://example.org/wavlm', layers: [2] } as const;
    const features = [{ ...other, width: 384, sha256: 'a'.repeat(64) }];
    const request = vi.spyOn(globalThis, 'fetch');
    const recognizer = recognizerOf({ features: { sampleRate: 16000, features } });
    await expect(recognizer.predict(clip)).rejects.toMatchObject({ code: 'offline' });
    expect(request).not.toHaveBeenCalled();
  });

  it('names the package to install if @ser/encoder is missing, and frees the classifiers', async () => {
    const files = await recognizerOf().toFiles();
    vi.doMock('@ser/encoder', () => {
      throw new Error('Cannot find package');
    });
    const classifier = newClassifier();
    const missing = {
      code: 'package-missing',
      message: expect.stringContaining('`npm install @ser/encoder`'),
    };
    await expect(Recognizer.load(files, { loadClassifier: () => classifier })).rejects.toMatchObject(missing);
    expect(classifier.disposed).toBe(true);
    await expect(recognizerOf().predict(clip)).rejects.toMatchObject(missing);
  });
});
