import { join } from 'node:path';
import { createFeaturePlan, type FeatureDescription, Normalizer } from '@ser/dsp';
import { createClassifier, openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { saveRecognizer } from '@ser/recognizer/node';
import { syllables } from './syllables.js';

const features: FeatureDescription = {
  sampleRate: 16_000,
  features: [{ name: 'mfcc', nMfcc: 6, nFft: 512, hopLength: 256, nMels: 24 }],
  functionals: ['mean', 'std'],
};

export const tinyLabels = ['neutral', 'happy', 'sad', 'angry'];

/** Writes a model with seeded random weights, which is not trained, into `model` of the folder. */
export async function writeTinyModel(folder: string): Promise<void> {
  const extractor = createFeaturePlan(features);
  const clips = [200, 400, 800, 1600].map((frequency) => extractor.extract(syllables(frequency, 1)));
  const normalizer = Normalizer.fit(clips);
  const network = { kind: 'dense', units: [] } as const;
  const engine = await openEngine('tfjs-cpu');
  const inputShape = [extractor.nFrames!, extractor.nFeatures];
  const classifier = createClassifier(network, { engine, inputShape, nClasses: 4, seed: 1 });
  const trainedOn = [
    { corpus: 'tones', title: 'Tones', license: 'CC0', synthetic: true, speakers: ['nobody'] },
  ];
  const card = { recipe: 'untrained', trainedOn, protocol: 'Not evaluated.' };
  const members = [{ name: 'dense', features, normalizer, classifier }];
  const recognizer = new Recognizer({ labels: tinyLabels, members, card });
  await saveRecognizer(join(folder, 'model'), recognizer);
  recognizer.dispose();
}
