import { describe, expect, it } from 'vitest';
import { noSpeech, type Prediction } from '../../src/prediction.js';
import { Smoothing } from '../../src/windows/smoothing.js';

const quality = { snr: 30, level: -20, speechSeconds: 1, clipped: 0 };
const prediction = (angry: number): Prediction => ({
  speech: true,
  label: angry >= 0.5 ? 'angry' : 'calm',
  probabilities: { angry, calm: 1 - angry },
  quality,
});

describe('Smoothing', () => {
  it('returns the first prediction as it is', () => {
    expect(new Smoothing({}, 1).next(prediction(0.9))).toEqual(prediction(0.9));
  });

  it('halves the weight of the past in a half-life', () => {
    const smoothing = new Smoothing({ halfLife: 2 }, 2);
    smoothing.next(prediction(1));
    expect(smoothing.next(prediction(0)).probabilities['angry']).toBeCloseTo(0.5, 12);
    expect(smoothing.next(prediction(0)).probabilities['angry']).toBeCloseTo(0.25, 12);
  });

  it('takes the same time with any hop', () => {
    const slow = new Smoothing({ halfLife: 1 }, 1);
    const quick = new Smoothing({ halfLife: 1 }, 0.25);
    for (const smoothing of [slow, quick]) smoothing.next(prediction(1));
    const afterOne = slow.next(prediction(0)).probabilities['angry']!;
    const afterFour = [0, 0, 0, 0].map((p) => quick.next(prediction(p))).at(-1)!;
    expect(afterFour.probabilities['angry']).toBeCloseTo(afterOne, 12);
  });

  it('keeps the label until another is more likely by the margin', () => {
    const smoothing = new Smoothing({ halfLife: 0.001, margin: 0.2 }, 1);
    const labels = [0.6, 0.45, 0.55, 0.39, 0.55, 0.61].map(
      (angry) => smoothing.next(prediction(angry)).label,
    );
    expect(labels).toEqual(['angry', 'angry', 'angry', 'calm', 'calm', 'angry']);
  });

  it('returns windows without speech as they are', () => {
    const smoothing = new Smoothing({ halfLife: 1 }, 1);
    smoothing.next(prediction(1));
    const silence = noSpeech('silence', quality);
    expect(smoothing.next(silence)).toBe(silence);
    expect(smoothing.next(prediction(0)).probabilities['angry']).toBeCloseTo(0.5, 12);
  });
});
