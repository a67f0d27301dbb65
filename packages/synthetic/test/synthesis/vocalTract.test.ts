import { describe, expect, it } from 'vitest';
import { phonemes } from '../../src/synthesis/phonemes.js';
import { VocalTract } from '../../src/synthesis/vocalTract.js';
import { magnitudeAt, peaksOf } from './measure.js';

const sampleRate = 16000;

function response(formants: readonly [number, number, number], nasality = 0): (frequency: number) => number {
  const tract = new VocalTract(sampleRate, 1);
  tract.move(...formants, nasality);
  const impulse = Array.from({ length: 2000 }, (_, n) => tract.process(n === 0 ? 1 : 0));
  return (frequency) => magnitudeAt(impulse, frequency, sampleRate);
}

describe('VocalTract', () => {
  // neighboring peaks shift each other by about 10 Hz
  it.each(['IY', 'EH', 'AA', 'UW'] as const)('has the formants of %s, and the fixed ones above', (name) => {
    const [{ formants }] = phonemes[name];
    const peaks = peaksOf(response(formants), 5000);
    expect(peaks).toHaveLength(5);
    [...formants, 3500, 4500].forEach((target, i) =>
      expect(Math.abs(peaks[i]! - target)).toBeLessThanOrEqual(20),
    );
  });

  it('attenuates 450 Hz when the nasal tract is open', () => {
    const formants = [480, 1990, 2700] as const;
    expect(response(formants, 1)(450)).toBeLessThan(0.5 * response(formants, 0)(450));
  });
});
