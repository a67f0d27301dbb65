import type { Classifier, ClassifierFiles, Examples } from '@ser/classifiers';
import { Normalizer } from '@ser/dsp';
import type { RecognizerMember, RecognizerParts } from '../src/ensemble/recognizerParts.js';
import type { RecognizerCard } from '../src/format/recognizerCard.js';
import { Recognizer } from '../src/recognizer.js';

export const labels = ['low', 'middle', 'high'];

/** Four numbers per clip, so that predictions can be computed by hand. */
export const features = {
  sampleRate: 8000,
  features: [{ name: 'mfcc', nMfcc: 4, nFft: 256, hopLength: 128, nMels: 20 }],
  functionals: ['mean'],
} as const;

export const names = ['mfcc0.mean', 'mfcc1.mean', 'mfcc2.mean', 'mfcc3.mean'];

/** Leaves features of that description as they are. */
export const identity = () =>
  Normalizer.fromJSON({ kind: 'train', names, mean: [0, 0, 0, 0], scale: [1, 1, 1, 1] });

export const card: RecognizerCard = {
  recipe: 'tones',
  trainedOn: [{ corpus: 'tones', title: 'Tones', license: 'CC0', synthetic: true, speakers: ['ann', 'bob'] }],
  protocol: 'Two unseen voices.',
  uar: 0.75,
};

/** Predicts the same probabilities for every clip and records the examples it receives. */
export class FakeClassifier implements Classifier {
  readonly inputShape = [1, 4];
  readonly nClasses = 3;
  readonly received: Examples[] = [];
  disposed = false;

  constructor(readonly probabilities: readonly number[] = [0.2, 0.5, 0.3]) {}

  predictProbabilities(x: Examples): Promise<Float32Array> {
    this.received.push(x);
    const rows = Array.from({ length: x.shape[0]! }, () => this.probabilities);
    return Promise.resolve(Float32Array.from(rows.flat()));
  }

  save(): Promise<ClassifierFiles> {
    const [json, weights] = [new TextEncoder().encode('{}'), Uint8Array.of(1, 2, 3, 4)];
    return Promise.resolve({ 'model.json': json, 'weights.bin': weights });
  }

  dispose(): void {
    this.disposed = true;
  }
}

/** Softmax of the first three features, so that different sounds get different predictions. */
export class SoftmaxClassifier extends FakeClassifier {
  override predictProbabilities(x: Examples): Promise<Float32Array> {
    this.received.push(x);
    const rows = Array.from({ length: x.shape[0]! }, (_, i) => [...x.data.subarray(4 * i, 4 * i + 3)]);
    const probabilities = rows.flatMap((row) => softmax(row.map((value) => value / 100)));
    return Promise.resolve(Float32Array.from(probabilities));
  }
}

function softmax(scores: readonly number[]): number[] {
  const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export function memberOf(change: Partial<RecognizerMember> = {}): RecognizerMember {
  return { name: 'fake', features, normalizer: identity(), classifier: new FakeClassifier(), ...change };
}

export function partsOf(...members: readonly RecognizerMember[]): RecognizerParts {
  return { labels, members, card };
}

export const fakeRecognizer = (change: Partial<RecognizerMember> = {}) =>
  new Recognizer(partsOf(memberOf(change)));

export const softmaxRecognizer = () => fakeRecognizer({ classifier: new SoftmaxClassifier() });
