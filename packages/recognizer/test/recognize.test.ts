import { describe, expect, it } from 'vitest';
import { recognize, sortedScores } from '../src/recognize.js';
import { fakeRecognizer } from './fakes.js';
import { tone } from './tone.js';

const model = fakeRecognizer(); // low 0.2, middle 0.5, high 0.3

describe('recognize', () => {
  it('returns labels by decreasing score', async () => {
    expect(await recognize(tone(440), { model })).toEqual([
      { label: 'middle', score: 0.5 },
      { label: 'high', score: Math.fround(0.3) },
      { label: 'low', score: Math.fround(0.2) },
    ]);
  });

  it('returns the first `top` of them', async () => {
    expect(await recognize(tone(440), { model, top: 1 })).toEqual([{ label: 'middle', score: 0.5 }]);
  });

  it('returns nothing without speech', async () => {
    expect(await recognize({ samples: new Float32Array(8000), sampleRate: 8000 }, { model })).toEqual([]);
  });

  it('rejects `top` below 1', async () => {
    await expect(recognize(tone(440), { model, top: 0 })).rejects.toMatchObject({ code: 'invalid-option' });
  });

  it('loads the general model once where no model is given', async () => {
    const scores = await recognize(tone(440), { model: 'general-small' });
    expect(scores).toHaveLength(7);
    expect(await recognize(tone(440), { model: 'general-small' })).toEqual(scores);
  });
});

describe('sortedScores', () => {
  it('keeps equal scores in label order', () => {
    expect(sortedScores({ a: 0.3, b: 0.4, c: 0.3 }).map(({ label }) => label)).toEqual(['b', 'a', 'c']);
  });
});
