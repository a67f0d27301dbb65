import type { Classifier, ClassifierFiles, Examples } from '@ser/classifiers';
import { Normalizer } from '@ser/dsp';
import { Recognizer } from '../src/recognizer.js';
import { type RecognizerCard } from '../src/recognizerCard.js';
import { type SingleParts } from '../src/recognizerParts.js';

/** Four numbers a clip, so that answers can be worked out by hand. */
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
  trainedOn: [{ corpus: 'tones', title: 'Tones', licence: 'CC0', synthetic: true, speakers: ['ann', 'bob'] }],
  protocol: 'Two unseen voices.',
  uar: 0.75,
};

/** Answers what it is told to, and remembers what it was asked. */
export class FakeClassifier implements Classifier {
  readonly inputShape = [1, 4];
  readonly nClasses = 3;
  readonly asked: Examples[] = [];
  disposed = false;

  constructor(readonly answer: readonly number[] = [0.2, 0.5, 0.3]) {}

  fit(): Promise<never> {
    return Promise.reject(new Error('a fake does not learn'));
  }

  async predictProbabilities(x: Examples): Promise<Float32Array> {
    this.asked.push(x);
    return Float32Array.from(
      { length: x.shape[0]! * this.nClasses },
      (_, i) => this.answer[i % this.nClasses]!,
    );
  }

  async save(): Promise<ClassifierFiles> {
    return { 'model.json': new TextEncoder().encode('{}'), 'weights.bin': Uint8Array.of(1, 2, 3, 4) };
  }

  dispose(): void {
    this.disposed = true;
  }
}

/** Answers by what it hears: softmax of the first three features, so that different sounds get different answers. */
export class ListeningClassifier extends FakeClassifier {
  override async predictProbabilities(x: Examples): Promise<Float32Array> {
    this.asked.push(x);
    const rows = Array.from({ length: x.shape[0]! }, (_, i) => [...x.data.subarray(4 * i, 4 * i + 3)]);
    return Float32Array.from(rows.flatMap((row) => softmax(row.map((value) => value / 100))));
  }
}

function softmax(scores: readonly number[]): number[] {
  const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export function partsOf(change: Partial<SingleParts> = {}): SingleParts {
  const labels = ['low', 'middle', 'high'];
  return { labels, features, normalizer: identity(), classifier: new FakeClassifier(), card, ...change };
}

export const fakeRecognizer = (change: Partial<SingleParts> = {}) => new Recognizer(partsOf(change));

export const listeningRecognizer = () => fakeRecognizer({ classifier: new ListeningClassifier() });
