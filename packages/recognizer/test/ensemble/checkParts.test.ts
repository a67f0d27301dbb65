import { Normalizer } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import type { RecognizerParts } from '../../src/ensemble/recognizerParts.js';
import { Recognizer } from '../../src/recognizer.js';
import { FakeClassifier, features, memberOf, partsOf } from '../fakes.js';

const one = memberOf({ name: 'one' });
const other = memberOf({ name: 'other' });
const withLabels = (labels: string[]) => ({ ...partsOf(one), labels });

describe('new Recognizer', () => {
  it.each<[string, RecognizerParts]>([
    ['`labels` must be one for each of the 3 classes of `one`; got ["a","b"]', withLabels(['a', 'b'])],
    [
      '`labels` must be different strings, none of them empty; got ["a","b","a"]',
      withLabels(['a', 'b', 'a']),
    ],
    ['`labels` must be different strings, none of them empty; got ["a","b",""]', withLabels(['a', 'b', ''])],
    ['`members` must be at least one classifier; got []', partsOf()],
    ['`members` must be classifiers with different names; got ["one","one"]', partsOf(one, one)],
    [
      "`members[1].name` must be lower-case words joined by hyphens; got '../one'",
      partsOf(one, memberOf({ name: '../one' })),
    ],
    [
      '`members[1].weight` must be a finite number above 0; got 0',
      partsOf(one, memberOf({ name: 'other', weight: 0 })),
    ],
    [
      '`members` must be classifiers whose features have the same sample rate, in Hz; got [8000,16000]',
      partsOf(one, { ...other, features: { ...features, sampleRate: 16000 } }),
    ],
    [
      '`members[0].features` must be of the same shape for every clip',
      partsOf({ ...one, features: { ...features, functionals: undefined } }),
    ],
    [
      '`members[0].normalizer` must be fitted on the 4 features of the member; got ["mfcc0"]',
      partsOf({ ...one, normalizer: Normalizer.perClip(['mfcc0']) }),
    ],
    [
      '`members[1].classifier.inputShape` must be the shape of an example, [1, 4]; got [2,4]',
      partsOf(one, {
        ...other,
        classifier: Object.assign(new FakeClassifier(), { inputShape: [2, 4] }),
      }),
    ],
  ])('rejects parts that do not fit together: %s', (message, parts) => {
    expect(() => new Recognizer(parts)).toThrow(
      expect.objectContaining({ code: 'invalid-option', message: expect.stringContaining(message) }),
    );
  });
});
