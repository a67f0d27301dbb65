import { describe, expect, it } from 'vitest';
import { FakeClassifier, fakeRecognizer, softmaxRecognizer } from '../fakes.js';
import { joined } from '../noise.js';
import { tone } from '../tone.js';

/** Predicts these probabilities in turn. */
class ScriptedClassifier extends FakeClassifier {
  #next = 0;

  constructor(readonly rows: readonly (readonly number[])[]) {
    super();
  }

  override predictProbabilities(): Promise<Float32Array> {
    return Promise.resolve(Float32Array.from(this.rows[this.#next++ % this.rows.length]!));
  }
}

const sessionOf = (...rows: readonly (readonly number[])[]) =>
  fakeRecognizer({ classifier: new ScriptedClassifier(rows) }).session();
const clip = tone(300);
const silence = { samples: new Float32Array(8000), sampleRate: 8000 };

describe('SpeakerSession', () => {
  it('starts with the prediction of the model', async () => {
    const prediction = await sessionOf([0.25, 0.5, 0.25]).predict(clip);
    expect(prediction).toMatchObject({ label: 'middle', clipsUsed: 0, calibrated: false });
    expect(prediction.probabilities['middle']).toBeCloseTo(0.5, 6);
  });

  // after one clip k / (k + 2) = 1 / 3: log 0.5 - log 0.5 / 3 against log 0.25 - log 0.25 / 3, so 0.5 ** (2 / 3) : 0.25 ** (2 / 3)
  it('subtracts a third of the mean score after one clip', async () => {
    const session = sessionOf([0.25, 0.5, 0.25]);
    await session.predict(clip);
    const prediction = await session.predict(clip);
    const [middle, other] = [0.5 ** (2 / 3), 0.25 ** (2 / 3)];
    expect(prediction.probabilities['middle']).toBeCloseTo(middle / (middle + 2 * other), 6);
    expect(prediction).toMatchObject({
      raw: { label: 'middle', probabilities: { middle: 0.5 } },
      clipsUsed: 1,
    });
  });

  it('corrects a model that prefers one label for a speaker', async () => {
    const biased = [0.1, 0.8, 0.1];
    const session = sessionOf(...Array<number[]>(10).fill(biased), [0.3, 0.6, 0.1]);
    for (let i = 0; i < 10; i++) await session.predict(clip);
    const prediction = await session.predict(clip);
    expect(prediction).toMatchObject({ label: 'low', raw: { label: 'middle' }, calibrated: true });
  });

  it('is calibrated after five clips', async () => {
    const session = sessionOf([0.2, 0.5, 0.3]);
    for (let i = 0; i < 4; i++) await session.predict(clip);
    expect(session.calibrated).toBe(false);
    await session.predict(clip);
    expect(session).toMatchObject({ calibrated: true, clipsUsed: 5 });
  });

  it('counts a neutral clip as two', async () => {
    const neutral = sessionOf([0.2, 0.5, 0.3]);
    await neutral.enrollNeutral(clip);
    const random = sessionOf([0.2, 0.5, 0.3]);
    await random.predict(clip);
    await random.predict(clip);
    expect(neutral.clipsUsed).toBe(2);
    expect((await neutral.predict(clip)).probabilities).toEqual((await random.predict(clip)).probabilities);
  });

  it('does not count clips without speech', async () => {
    const session = sessionOf([0.2, 0.5, 0.3]);
    expect(await session.predict(silence)).toMatchObject({ speech: false, reason: 'silence', clipsUsed: 0 });
    expect(session.clipsUsed).toBe(0);
  });

  it('starts again with a new speaker', async () => {
    const session = sessionOf([0.2, 0.5, 0.3]);
    const first = await session.predict(clip);
    await session.predict(clip);
    session.newSpeaker();
    expect(session.clipsUsed).toBe(0);
    expect(await session.predict(clip)).toEqual(first);
  });

  it('stays finite with probabilities of 0 and 1', async () => {
    const session = sessionOf([0, 1, 0]);
    await session.predict(clip);
    const { probabilities } = await session.predict(clip);
    expect(Object.values(probabilities).every(Number.isFinite)).toBe(true);
    expect(probabilities['middle']).toBeGreaterThan(0.99);
  });

  it('counts overlapping windows of a stream as fractions of a clip', async () => {
    const samples = joined(tone(300, { seconds: 2 }).samples, tone(1500, { seconds: 2 }).samples);
    const recognizer = softmaxRecognizer();
    const session = recognizer.session();
    const segments = await session.segments({ samples, sampleRate: 8000 }, { window: 1, hop: 0.25 });
    expect(segments.map(({ clipsUsed }) => clipsUsed).slice(0, 4)).toEqual([0, 0.25, 0.5, 0.75]);
    const uncalibrated = await recognizer.segments({ samples, sampleRate: 8000 }, { window: 1, hop: 0.25 });
    expect(segments.map((segment) => segment.speech && segment.raw.probabilities)).toEqual(
      uncalibrated.map(({ probabilities }) => probabilities),
    );
  });
});
