import { FeatureExtractor } from '@ser/dsp';
import { Normalizer } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { FakeClassifier, fakeRecognizer, features, listeningRecognizer, names, partsOf } from './fakes.js';
import { noise } from './noise.js';
import { tone } from './tone.js';

describe('Recognizer', () => {
  it('answers with the likeliest label, and with all in label order', async () => {
    const { label, probabilities } = await fakeRecognizer().predict(tone(440));
    expect(label).toBe('middle');
    expect(Object.keys(probabilities)).toEqual(['low', 'middle', 'high']);
    expect(probabilities['high']).toBe(Math.fround(0.3));
  });

  it('answers with the first of equally likely labels', async () => {
    const recognizer = fakeRecognizer({ classifier: new FakeClassifier([0.25, 0.375, 0.375]) });
    expect((await recognizer.predict(tone(440))).label).toBe('middle');
  });

  it('asks the network for the normalised features of the clip', async () => {
    const classifier = new FakeClassifier();
    const normalizer = Normalizer.fromJSON({ kind: 'train', names, mean: [1, 1, 1, 1], scale: [2, 2, 2, 2] });
    await fakeRecognizer({ classifier, normalizer }).predict(tone(440));
    const raw = new FeatureExtractor(features).extract(tone(440));
    expect(classifier.asked).toEqual([{ data: raw.data.map((value) => (value - 1) / 2), shape: [1, 1, 4] }]);
  });

  it('resamples a clip of another rate: the same tone, about the same features', async () => {
    const classifier = new FakeClassifier();
    const recognizer = fakeRecognizer({ classifier });
    await recognizer.predict(tone(440));
    await recognizer.predict(tone(440, { sampleRate: 44100 }));
    const [given, resampled] = classifier.asked;
    // MFCC means in dB units, of hundreds; the tone's onset and end differ a little after the filter.
    given!.data.forEach((value, i) => expect(Math.abs(resampled!.data[i]! - value)).toBeLessThan(10));
  });

  it('asks once for many clips, and answers in their order', async () => {
    const classifier = new FakeClassifier();
    const answers = await fakeRecognizer({ classifier }).predictAll([tone(200), tone(400)]);
    expect(answers).toHaveLength(2);
    expect(classifier.asked.map(({ shape }) => shape)).toEqual([[2, 1, 4]]);
  });

  it('answers nothing when given nothing', async () => {
    expect(await fakeRecognizer().predictAll([])).toEqual([]);
  });

  it('chooses among some of its labels only, their probabilities divided by their sum', async () => {
    const recognizer = fakeRecognizer().among(['high', 'low']);
    const { label, probabilities } = await recognizer.predict(tone(440));
    expect(label).toBe('high');
    expect(Object.keys(probabilities)).toEqual(['high', 'low']);
    expect(probabilities['high']).toBeCloseTo(0.3 / 0.5, 6);
    await expect(recognizer.toFiles()).rejects.toMatchObject({ code: 'invalid-option' });
    const blind = fakeRecognizer({ classifier: new FakeClassifier([0, 1, 0]) }).among(['high', 'low']);
    expect((await blind.predict(tone(440))).probabilities).toEqual({ high: 0.5, low: 0.5 });
  });

  it.each([
    [['high', 'glad'], 'at least two of low, middle, high, each once; got `glad`'],
    [['high'], 'got 1 of them'],
    [['high', 'high'], 'each once; got `high`'],
  ])('does not choose among %j', (labels, message) => {
    expect(() => fakeRecognizer().among(labels)).toThrow(
      expect.objectContaining({ code: 'invalid-option', message: expect.stringContaining(message) }),
    );
  });

  it('frees the network with itself', () => {
    const classifier = new FakeClassifier();
    fakeRecognizer({ classifier }).dispose();
    expect(classifier.disposed).toBe(true);
  });

  it.each([
    ['silence', 'zeros', new Float32Array(8000)],
    ['silence', 'one step of dither', new Float32Array(8000).fill(2 ** -15)],
    ['silence', 'no samples', new Float32Array(0)],
    ['too-short', 'a fifth of a second', tone(440, { seconds: 0.2 }).samples],
    ['noise', 'steady noise', noise(8000, 0.1)],
    ['noise', 'hum', Float32Array.from({ length: 8000 }, (_, i) => Math.sin((2 * Math.PI * 50 * i) / 8000))],
  ])('does not guess where nobody speaks: %s, %s', async (reason, _, samples) => {
    const classifier = new FakeClassifier();
    const answer = await fakeRecognizer({ classifier }).predict({ samples, sampleRate: 8000 });
    expect(answer).toMatchObject({ speech: false, label: 'no speech', probabilities: {}, reason });
    expect(classifier.asked).toEqual([]);
  });

  it('answers for all of many clips, with and without speech, in their order', async () => {
    const silence = { samples: new Float32Array(8000), sampleRate: 8000 };
    const recognizer = listeningRecognizer();
    const answers = await recognizer.predictAll([tone(200), silence, tone(2000)]);
    expect(answers.map(({ speech }) => speech)).toEqual([true, false, true]);
    expect(answers[2]).toEqual(await recognizer.predict(tone(2000)));
  });

  it('takes the word of a caller who knows that it is speech', async () => {
    const steady = { samples: noise(8000, 0.1), sampleRate: 8000 };
    expect(await fakeRecognizer().predict(steady, { assumeSpeech: true })).toMatchObject({
      speech: true,
      label: 'middle',
    });
    const silence = { samples: new Float32Array(8000), sampleRate: 8000 };
    expect(await fakeRecognizer().predict(silence, { assumeSpeech: true })).toMatchObject({
      reason: 'silence',
    });
  });

  it('says how well it could hear', async () => {
    const { quality } = await fakeRecognizer().predict(tone(440));
    // a sine of 0.5 under a swell whose mean square is 3 / 8 has -13.3 dB; the quiet frames between do not count
    expect(quality.level).toBeGreaterThan(-13.6);
    expect(quality.level).toBeLessThan(-12.4);
    expect(quality.speechSeconds).toBeGreaterThan(0.9);
    expect(quality).toMatchObject({ clipped: 0, snr: expect.any(Number) });
  });

  it('says so when a recording is clipped', async () => {
    const { samples, sampleRate } = tone(440);
    const clipped = samples.map((sample) => Math.max(-1, Math.min(1, 4 * sample)));
    const { quality } = await fakeRecognizer().predict({ samples: clipped, sampleRate });
    expect(quality.clipped).toBeCloseTo(clipped.filter((x) => Math.abs(x) >= 0.99).length / 8000, 12);
    expect(quality.clipped).toBeGreaterThan(0.1);
  });

  it('says so when the network answers with NaN, as with damaged weights', async () => {
    const recognizer = fakeRecognizer({ classifier: new FakeClassifier([NaN, NaN, NaN]) });
    await expect(recognizer.predict(tone(440))).rejects.toMatchObject({
      code: 'model-corrupt',
      message: expect.stringContaining('weights are damaged'),
    });
  });

  it.each([
    ['`labels` must name the 3 classes', { labels: ['a', 'b'] }],
    ['`labels` must differ', { labels: ['a', 'b', 'a'] }],
    ['`labels` must differ', { labels: ['a', 'b', ''] }],
    ['every clip the same shape', { features: { ...features, functionals: undefined } }],
    ['`normalizer` must be fitted', { features: { ...features, functionals: ['max'] as const } }],
    [
      '`classifier` must take examples of shape [1, 4]',
      { classifier: Object.assign(new FakeClassifier(), { inputShape: [2, 4] }) },
    ],
  ])('refuses parts that do not fit together: %s', (fragment, change) => {
    expect(() => fakeRecognizer({ ...partsOf(), ...change })).toThrow(
      expect.objectContaining({ code: 'invalid-option', message: expect.stringContaining(fragment) }),
    );
  });
});
