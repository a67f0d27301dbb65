import { createFeaturePlan, type FeatureSpec, pitchShift, resample, timeStretch } from '@ser/dsp';
import { medianOf } from './medianOf.js';
import { testSound } from './testSound.js';

/** Median milliseconds of our features and resampling, by the key of the work. It runs in Node and in pages. */
export async function featureTimes(): Promise<Record<string, number>> {
  const ms: Record<string, number> = {};
  const clipAt = (sampleRate: number) => ({ samples: testSound(sampleRate), sampleRate });
  const [slow, middle, fast] = [clipAt(16000), clipAt(22050), clipAt(48000)];
  const feature = async (key: string, spec: FeatureSpec, clip = middle) => {
    const plan = createFeaturePlan({ sampleRate: clip.sampleRate, features: [spec] });
    ms[key] = await medianOf(() => plan.extract(clip));
  };
  await feature('mfcc-16000', { name: 'mfcc', nMfcc: 40 }, slow);
  await feature('mfcc-22050', { name: 'mfcc', nMfcc: 40 });
  await feature('log-mel', { name: 'logMel' });
  await feature('chroma', { name: 'chroma' });
  await feature('contrast', { name: 'spectralContrast' });
  await feature('f0', { name: 'f0' });
  ms['pitch-shift'] = await medianOf(() => pitchShift(middle, { semitones: 2 }));
  ms['time-stretch'] = await medianOf(() => timeStretch(middle, { rate: 1.1 }));
  ms['resample-up'] = await medianOf(() => resample(slow, { sampleRate: 22050 }));
  ms['resample-down'] = await medianOf(() => resample(fast, { sampleRate: 16000 }));
  return ms;
}
