import { describe, expect, it } from 'vitest';
import { parseFeatureDescription } from '../../src/features/parseFeatureDescription.js';

describe('parseFeatureDescription of an earlier version', () => {
  it('renames voiceContours to lowLevelDescriptors, and its option contours to descriptors', () => {
    const features = [
      { name: 'voiceContours', contours: ['mfcc'], deltas: 2 },
      { name: 'voiceContours', contours: ['f0'] },
    ];
    expect(parseFeatureDescription({ sampleRate: 16000, features }).features).toEqual([
      { name: 'lowLevelDescriptors', descriptors: ['mfcc'], deltas: 2 },
      { name: 'lowLevelDescriptors', descriptors: ['f0'] },
    ]);
  });

  it('leaves other features unchanged', () => {
    const description = { sampleRate: 16000, features: [{ name: 'rms' }] };
    expect(parseFeatureDescription(description)).toEqual(description);
  });
});
