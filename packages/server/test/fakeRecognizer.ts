import type { Classifier, Examples } from '@ser/classifiers';
import { type AudioClip, Normalizer } from '@ser/dsp';
import { Recognizer } from '@ser/recognizer';

const names = ['mfcc0.mean', 'mfcc1.mean'];

/** Predicts the same probabilities for every clip. */
class FixedClassifier implements Classifier {
  readonly inputShape = [1, 2];
  readonly nClasses = 3;
  /** Examples received so far. */
  nReceived = 0;
  /** What a prediction waits for. */
  gate: Promise<void> = Promise.resolve();

  async predictProbabilities({ shape }: Examples): Promise<Float32Array> {
    this.nReceived += shape[0]!;
    await this.gate;
    return Float32Array.from(Array.from({ length: shape[0]! }, () => [0.2, 0.5, 0.3]).flat());
  }

  save(): Promise<Record<string, Uint8Array>> {
    return Promise.resolve({});
  }

  dispose(): void {
    // it has no memory of its own
  }
}

/** A recognizer with the labels `low`, `middle`, `high`, that always answers `middle`. */
export function fakeRecognizer(): { recognizer: Recognizer; classifier: FixedClassifier } {
  const classifier = new FixedClassifier();
  const features = {
    sampleRate: 8000,
    features: [{ name: 'mfcc', nMfcc: 2, nFft: 256, hopLength: 128, nMels: 20 }],
    functionals: ['mean'],
  } as const;
  const normalizer = Normalizer.fromJSON({ kind: 'train', names, mean: [0, 0], scale: [1, 1] });
  const recognizer = new Recognizer({
    labels: ['low', 'middle', 'high'],
    members: [{ name: 'fixed', features, normalizer, classifier }],
    card: { recipe: 'fixed', trainedOn: [], protocol: 'None.', uar: 1 / 3 },
  });
  return { recognizer, classifier };
}

/** A tone whose level rises four times a second, like syllables, in the middle of faint noise. */
export function speechLike(seconds: number, sampleRate = 8000): AudioClip {
  let state = 1;
  const noise = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 31 - 1;
  const samples = Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    const time = i / sampleRate;
    const isSpeech = time > 0.5 && time < seconds - 0.9;
    const voice = 0.5 * Math.sin(4 * Math.PI * time) ** 2 * Math.sin(880 * Math.PI * time);
    return 0.002 * noise() + (isSpeech ? voice : 0);
  });
  return { samples, sampleRate };
}
