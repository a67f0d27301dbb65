import { FeatureExtractor } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { Normalizer } from '../src/index.js';
import { FakeClassifier, fakeRecognizer, features, names, partsOf } from './fakes.js';
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

  it('frees the network with itself', () => {
    const classifier = new FakeClassifier();
    fakeRecognizer({ classifier }).dispose();
    expect(classifier.disposed).toBe(true);
  });

  it.each([
    ['zeros', new Float32Array(8000)],
    ['one step of dither', new Float32Array(8000).fill(2 ** -15)],
    ['no samples', new Float32Array(0)],
  ])('does not guess at silence: %s', async (_, samples) => {
    await expect(fakeRecognizer().predict({ samples, sampleRate: 8000 })).rejects.toMatchObject({
      code: 'silent-clip',
      message: expect.stringContaining('The clip holds no sound'),
    });
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
