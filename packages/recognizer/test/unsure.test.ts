import { describe, expect, it } from 'vitest';
import { FakeClassifier, fakeRecognizer } from './fakes.js';
import { tone } from './tone.js';

const recognizer = fakeRecognizer({ classifier: new FakeClassifier([0.2, 0.5, 0.3]) });

describe('unsureBelow', () => {
  it('is off by default', async () => {
    expect((await recognizer.predict(tone(300))).label).toBe('middle');
  });

  it('replaces a label that is less probable, and keeps the probabilities', async () => {
    expect((await recognizer.predict(tone(300), { unsureBelow: 0.5 })).label).toBe('middle');
    const { label, probabilities } = await recognizer.predict(tone(300), { unsureBelow: 0.6 });
    expect(label).toBe('unsure');
    expect(probabilities['middle']).toBeCloseTo(0.5, 6);
  });

  it('works in segments and sessions', async () => {
    const [segment] = await recognizer.segments(tone(300), { unsureBelow: 0.6 });
    expect(segment!.label).toBe('unsure');
    expect((await recognizer.session().predict(tone(300), { unsureBelow: 0.6 })).label).toBe('unsure');
  });

  it('leaves silence as it is', async () => {
    const silence = { samples: new Float32Array(8000), sampleRate: 8000 };
    expect((await recognizer.predict(silence, { unsureBelow: 1 })).label).toBe('no speech');
  });

  it('rejects a threshold that is not a probability', async () => {
    await expect(recognizer.predict(tone(300), { unsureBelow: 40 })).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining('`unsureBelow` must be'),
    });
  });
});
