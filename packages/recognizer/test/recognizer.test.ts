import { createFeaturePlan, Normalizer } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { Recognizer } from '../src/recognizer.js';
import {
  FakeClassifier,
  fakeRecognizer,
  features,
  memberOf,
  names,
  partsOf,
  softmaxRecognizer,
} from './fakes.js';
import { noise } from './noise.js';
import { tone } from './tone.js';

const silence = { samples: new Float32Array(8000), sampleRate: 8000 };

describe('Recognizer.predict', () => {
  it('returns the most likely label, and all probabilities in label order', async () => {
    const { label, probabilities } = await fakeRecognizer().predict(tone(440));
    expect(label).toBe('middle');
    expect(Object.keys(probabilities)).toEqual(['low', 'middle', 'high']);
    expect(probabilities['high']).toBe(Math.fround(0.3));
  });

  it('returns the first of equally likely labels', async () => {
    const recognizer = fakeRecognizer({ classifier: new FakeClassifier([0.25, 0.375, 0.375]) });
    expect((await recognizer.predict(tone(440))).label).toBe('middle');
  });

  it('gives the classifier the normalized features of the clip', async () => {
    const classifier = new FakeClassifier();
    const normalizer = Normalizer.fromJSON({ kind: 'train', names, mean: [1, 1, 1, 1], scale: [2, 2, 2, 2] });
    await fakeRecognizer({ classifier, normalizer }).predict(tone(440));
    const raw = createFeaturePlan(features).extract(tone(440));
    expect(classifier.received).toEqual([
      { data: raw.data.map((value) => (value - 1) / 2), shape: [1, 1, 4] },
    ]);
  });

  it('resamples a clip of another rate: the same tone, about the same features', async () => {
    const classifier = new FakeClassifier();
    const recognizer = fakeRecognizer({ classifier });
    await recognizer.predict(tone(440));
    await recognizer.predict(tone(440, { sampleRate: 44100 }));
    const [given, resampled] = classifier.received;
    // MFCC means are hundreds of dB; the start and end of the tone differ slightly after the filter.
    given!.data.forEach((value, i) => expect(Math.abs(resampled!.data[i]! - value)).toBeLessThan(10));
  });

  it.each([
    ['silence', 'zeros', new Float32Array(8000)],
    ['silence', 'one step of dither', new Float32Array(8000).fill(2 ** -15)],
    ['silence', 'no samples', new Float32Array(0)],
    ['too-short', 'a fifth of a second', tone(440, { seconds: 0.2 }).samples],
    ['noise', 'steady noise', noise(8000, 0.1)],
    ['noise', 'hum', Float32Array.from({ length: 8000 }, (_, i) => Math.sin((2 * Math.PI * 50 * i) / 8000))],
  ])('does not guess without speech: %s, %s', async (reason, _, samples) => {
    const classifier = new FakeClassifier();
    const prediction = await fakeRecognizer({ classifier }).predict({ samples, sampleRate: 8000 });
    expect(prediction).toMatchObject({ speech: false, label: 'no speech', probabilities: {}, reason });
    expect(classifier.received).toEqual([]);
  });

  it('can assume that a clip is speech; only silence is then rejected', async () => {
    const steady = { samples: noise(8000, 0.1), sampleRate: 8000 };
    expect(await fakeRecognizer().predict(steady, { assumeSpeech: true })).toMatchObject({
      speech: true,
      label: 'middle',
    });
    expect(await fakeRecognizer().predict(silence, { assumeSpeech: true })).toMatchObject({
      reason: 'silence',
    });
  });

  it('measures the quality of the recording', async () => {
    const { quality } = await fakeRecognizer().predict(tone(440));
    // a sine of 0.5 under a swell whose mean square is 3 / 8 has -13.3 dB; the quiet frames between do not count
    expect(quality.level).toBeGreaterThan(-13.6);
    expect(quality.level).toBeLessThan(-12.4);
    expect(quality.speechSeconds).toBeGreaterThan(0.9);
    expect(quality).toMatchObject({ clipped: 0, snr: expect.any(Number) });
  });

  it('measures the share of clipped samples', async () => {
    const { samples, sampleRate } = tone(440);
    const clipped = samples.map((sample) => Math.max(-1, Math.min(1, 4 * sample)));
    const { quality } = await fakeRecognizer().predict({ samples: clipped, sampleRate });
    expect(quality.clipped).toBeCloseTo(clipped.filter((x) => Math.abs(x) >= 0.99).length / 8000, 12);
    expect(quality.clipped).toBeGreaterThan(0.1);
  });

  it('rejects NaN probabilities, a sign of damaged weights', async () => {
    const recognizer = fakeRecognizer({ classifier: new FakeClassifier([NaN, NaN, NaN]) });
    await expect(recognizer.predict(tone(440))).rejects.toMatchObject({
      code: 'model-corrupt',
      message: expect.stringContaining('must give probabilities'),
    });
  });
});

describe('Recognizer.predictAll', () => {
  it('runs the classifier once on many clips, and returns predictions in their order', async () => {
    const classifier = new FakeClassifier();
    const predictions = await fakeRecognizer({ classifier }).predictAll([tone(200), tone(400)]);
    expect(predictions).toHaveLength(2);
    expect(classifier.received.map(({ shape }) => shape)).toEqual([[2, 1, 4]]);
  });

  it('returns one prediction per clip, with and without speech', async () => {
    const recognizer = softmaxRecognizer();
    const results = await recognizer.predictAll([tone(200), silence, tone(2000)]);
    expect(results.map(({ prediction }) => prediction?.speech)).toEqual([true, false, true]);
    expect(results[2]).toEqual({ prediction: await recognizer.predict(tone(2000)) });
  });

  it('gives the error of a clip that cannot be read, and the predictions of the others', async () => {
    const results = await fakeRecognizer().predictAll([tone(200), 'missing.wav', Uint8Array.of(1, 2, 3)]);
    expect(results.map(({ prediction, error }) => prediction?.label ?? error?.code)).toEqual([
      'middle',
      'file-not-found',
      'not-audio',
    ]);
    expect(results[1]!.error!.file).toBe('missing.wav');
  });

  it('rejects invalid options, which concern every clip', async () => {
    const predicting = fakeRecognizer().predictAll([tone(200)], { maxSeconds: -1 });
    await expect(predicting).rejects.toMatchObject({ code: 'invalid-option' });
  });

  it('returns nothing for no clips', async () => {
    expect(await fakeRecognizer().predictAll([])).toEqual([]);
  });
});

describe('Recognizer.restrictTo', () => {
  it('chooses among some labels, whose probabilities are divided by their sum', async () => {
    const recognizer = fakeRecognizer().restrictTo(['high', 'low']);
    const { label, probabilities } = await recognizer.predict(tone(440));
    expect(label).toBe('high');
    expect(Object.keys(probabilities)).toEqual(['high', 'low']);
    expect(probabilities['high']).toBeCloseTo(0.3 / 0.5, 6);
  });

  it('gives equal probabilities if all are 0', async () => {
    const recognizer = fakeRecognizer({ classifier: new FakeClassifier([0, 1, 0]) });
    const { probabilities } = await recognizer.restrictTo(['high', 'low']).predict(tone(440));
    expect(probabilities).toEqual({ high: 0.5, low: 0.5 });
  });

  it.each([[['high', 'glad']], [['high']], [['high', 'high']]])('rejects %j', (labels) => {
    expect(() => fakeRecognizer().restrictTo(labels)).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: `\`restrictTo\` must be at least two different labels of low, middle, high; got ${JSON.stringify(labels)}.`,
      }),
    );
  });

  it('gives a model that cannot be saved', async () => {
    const restricted = fakeRecognizer().restrictTo(['high', 'low']);
    await expect(restricted.toFiles()).rejects.toMatchObject({ code: 'invalid-option' });
  });
});

describe('Recognizer.members', () => {
  it('describes each classifier; the default weight is 1', () => {
    expect(fakeRecognizer().members).toMatchObject([{ name: 'fake', weight: 1, features }]);
  });
});

describe('Recognizer.dispose', () => {
  it('disposes of all classifiers', () => {
    const classifiers = [new FakeClassifier(), new FakeClassifier()];
    const members = classifiers.map((classifier, i) => memberOf({ name: `fake-${i}`, classifier }));
    new Recognizer(partsOf(...members)).dispose();
    expect(classifiers.map(({ disposed }) => disposed)).toEqual([true, true]);
  });
});
