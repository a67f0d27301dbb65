import { describe, expect, it } from 'vitest';
import { FakeClassifier, fakeRecognizer, listeningRecognizer } from './fakes.js';
import { joined } from './noise.js';
import { tone } from './tone.js';

/** A network that gives these answers in turn. */
class AnsweringClassifier extends FakeClassifier {
  #next = 0;

  constructor(readonly answers: readonly (readonly number[])[]) {
    super();
  }

  override async predictProbabilities(): Promise<Float32Array> {
    return Float32Array.from(this.answers[this.#next++ % this.answers.length]!);
  }
}

const sessionOf = (...answers: readonly (readonly number[])[]) =>
  fakeRecognizer({ classifier: new AnsweringClassifier(answers) }).session();
const clip = tone(300);
const silence = { samples: new Float32Array(8000), sampleRate: 8000 };

describe('SpeakerSession', () => {
  it('begins with what the model says cold', async () => {
    const answer = await sessionOf([0.25, 0.5, 0.25]).predict(clip);
    expect(answer).toMatchObject({ label: 'middle', clipsHeard: 0, calibrated: false });
    expect(answer.probabilities['middle']).toBeCloseTo(0.5, 6);
  });

  // after one clip k / (k + 2) = 1 / 3: log 0.5 - log 0.5 / 3 against log 0.25 - log 0.25 / 3, so 0.5 ** (2 / 3) : 0.25 ** (2 / 3)
  it('takes a third of the mean score away after one clip', async () => {
    const session = sessionOf([0.25, 0.5, 0.25]);
    await session.predict(clip);
    const answer = await session.predict(clip);
    const [middle, other] = [0.5 ** (2 / 3), 0.25 ** (2 / 3)];
    expect(answer.probabilities['middle']).toBeCloseTo(middle / (middle + 2 * other), 6);
    expect(answer).toMatchObject({ raw: { label: 'middle', probabilities: { middle: 0.5 } }, clipsHeard: 1 });
  });

  it('finds out a model that says the same of everything a speaker says', async () => {
    const biased = [0.1, 0.8, 0.1];
    const session = sessionOf(...Array<number[]>(10).fill(biased), [0.3, 0.6, 0.1]);
    for (let i = 0; i < 10; i++) await session.predict(clip);
    const answer = await session.predict(clip);
    expect(answer).toMatchObject({ label: 'low', raw: { label: 'middle' }, calibrated: true });
  });

  it('is calibrated after five clips', async () => {
    const session = sessionOf([0.2, 0.5, 0.3]);
    for (let i = 0; i < 4; i++) await session.predict(clip);
    expect(session.calibrated).toBe(false);
    await session.predict(clip);
    expect(session).toMatchObject({ calibrated: true, clipsHeard: 5 });
  });

  it('counts a neutral clip as two', async () => {
    const neutral = sessionOf([0.2, 0.5, 0.3]);
    await neutral.enrolNeutral(clip);
    const random = sessionOf([0.2, 0.5, 0.3]);
    await random.predict(clip);
    await random.predict(clip);
    expect(neutral.clipsHeard).toBe(2);
    expect((await neutral.predict(clip)).probabilities).toEqual((await random.predict(clip)).probabilities);
  });

  it('does not count what is no speech', async () => {
    const session = sessionOf([0.2, 0.5, 0.3]);
    expect(await session.predict(silence)).toMatchObject({ speech: false, reason: 'silence', clipsHeard: 0 });
    expect(session.clipsHeard).toBe(0);
  });

  it('forgets a speaker for the next', async () => {
    const session = sessionOf([0.2, 0.5, 0.3]);
    const first = await session.predict(clip);
    await session.predict(clip);
    session.newSpeaker();
    expect(session.clipsHeard).toBe(0);
    expect(await session.predict(clip)).toEqual(first);
  });

  it('survives a model that is quite certain', async () => {
    const session = sessionOf([0, 1, 0]);
    await session.predict(clip);
    const { probabilities } = await session.predict(clip);
    expect(Object.values(probabilities).every(Number.isFinite)).toBe(true);
    expect(probabilities['middle']).toBeGreaterThan(0.99);
  });

  it('counts a window of a stream for what is new in it', async () => {
    const samples = joined(tone(300, { seconds: 2 }).samples, tone(1500, { seconds: 2 }).samples);
    const recognizer = listeningRecognizer();
    const session = recognizer.session();
    const segments = await session.segments({ samples, sampleRate: 8000 }, { window: 1, hop: 0.25 });
    expect(segments.map(({ clipsHeard }) => clipsHeard).slice(0, 4)).toEqual([0, 0.25, 0.5, 0.75]);
    const cold = await recognizer.segments({ samples, sampleRate: 8000 }, { window: 1, hop: 0.25 });
    expect(segments.map((segment) => segment.speech && segment.raw.probabilities)).toEqual(
      cold.map(({ probabilities }) => probabilities),
    );
  });
});
