import { describe, expect, it } from 'vitest';
import { Recognizer } from '../../src/recognizer.js';
import { FakeClassifier, memberOf, partsOf, SoftmaxClassifier } from '../fakes.js';
import { tone } from '../tone.js';

const first = memberOf({ name: 'first', classifier: new FakeClassifier([0.75, 0.25, 0]) });
const second = memberOf({ name: 'second', classifier: new FakeClassifier([0, 0.25, 0.75]) });

describe('a recognizer with several members', () => {
  it('predicts the weighted mean of their probabilities', async () => {
    const recognizer = new Recognizer(partsOf(first, { ...second, weight: 3 }));
    const { label, probabilities } = await recognizer.predict(tone(440));
    expect(label).toBe('high');
    expect(probabilities).toEqual({ low: 0.1875, middle: 0.25, high: 0.5625 });
  });

  it('predicts the same in segments and sessions', async () => {
    const members = [memberOf({ name: 'softmax', classifier: new SoftmaxClassifier() }), second];
    const recognizer = new Recognizer(partsOf(...members));
    const whole = await recognizer.predict(tone(440));
    const [segment] = await recognizer.segments(tone(440));
    expect(segment).toMatchObject(whole);
    const session = recognizer.session();
    expect(await session.predict(tone(440))).toMatchObject({ raw: { label: whole.label } });
  });

  it('restricts the labels of the mean', async () => {
    const recognizer = new Recognizer(partsOf(first, second)).restrictTo(['low', 'middle']);
    const { probabilities } = await recognizer.predict(tone(440));
    expect(probabilities['low']).toBeCloseTo(0.375 / 0.625, 6);
  });

  it('computes features once for members that share them', async () => {
    const classifiers = [new FakeClassifier(), new FakeClassifier()];
    const members = classifiers.map((classifier, i) => memberOf({ name: `fake-${i}`, classifier }));
    await new Recognizer(partsOf(...members)).predict(tone(440));
    expect(classifiers[0]!.received).toEqual(classifiers[1]!.received);
  });

  it('may be disposed of twice, and rejects predictions after it', async () => {
    const recognizer = new Recognizer(partsOf(first, second));
    recognizer.dispose();
    recognizer.dispose();
    await expect(recognizer.predict(tone(440))).rejects.toMatchObject({ code: 'disposed' });
  });

  it('rejects what a classifier gives if it is not probabilities', async () => {
    const logits = memberOf({ name: 'logits', classifier: new FakeClassifier([2, -1, 5]) });
    await expect(new Recognizer(partsOf(first, logits)).predict(tone(440))).rejects.toMatchObject({
      code: 'model-corrupt',
    });
  });
});
