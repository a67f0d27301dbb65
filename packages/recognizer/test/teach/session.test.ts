import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AudioClip } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { saveRecognizer } from '../../src/node.js';
import { Recognizer, type SpeakerSession } from '../../src/index.js';
import { fakeRecognizer, labels } from '../fakes.js';
import { fixtureClassifier } from '../fixtures.js';
import { tone } from '../tone.js';

/** A low and a high voice saying something, differently each time. */
const low = (i: number): AudioClip => tone(300 + 10 * i, { seconds: 1 + 0.1 * i });
const high = (i: number): AudioClip => tone(1500 + 40 * i, { seconds: 1 + 0.1 * i });

async function teachBoth(session: SpeakerSession, n: number, names = ['low', 'high']): Promise<void> {
  for (let i = 0; i < n; i++) {
    await session.teach(low(i), names[0]!, { id: `low-${i}` });
    await session.teach(high(i), names[1]!, { id: `high-${i}` });
  }
}

describe('SpeakerSession.teach', () => {
  it('changes what the model recognizes', async () => {
    const session = fakeRecognizer().session();
    expect((await session.predict(low(7))).label).toBe('middle');
    await teachBoth(session, 3);
    expect((await session.predict(low(7))).label).toBe('low');
    expect((await session.predict(high(7))).label).toBe('high');
  });

  it('keeps the answer of the model itself as `raw`', async () => {
    const session = fakeRecognizer().session();
    await teachBoth(session, 3);
    expect(await session.predict(low(7))).toMatchObject({ label: 'low', raw: { label: 'middle' } });
  });

  it('tells what a clip was recognized as before', async () => {
    const session = fakeRecognizer().session();
    const { id, before } = await session.teach(low(0), 'low');
    expect(id).toBe('clip-1');
    expect(before.label).toBe('middle');
  });

  it('does not depend on the order of the clips', async () => {
    const [forward, backward] = [fakeRecognizer().session(), fakeRecognizer().session()];
    const clips = [0, 1, 2].flatMap((i) => [
      { clip: low(i), label: 'low', id: `low-${i}` },
      { clip: high(i), label: 'high', id: `high-${i}` },
    ]);
    for (const { clip, label, id } of clips) await forward.teach(clip, label, { id });
    for (const { clip, label, id } of clips.reverse()) await backward.teach(clip, label, { id });
    expect(await backward.predict(low(7))).toEqual(await forward.predict(low(7)));
  });

  it('forgets a clip as if it had never been taught', async () => {
    const [session, without] = [fakeRecognizer().session(), fakeRecognizer().session()];
    await teachBoth(session, 2);
    await teachBoth(without, 2);
    await session.teach(low(5), 'high', { id: 'wrong' });
    expect(session.forget('wrong')).toBe(true);
    expect(session.forget('wrong')).toBe(false);
    expect(await session.predict(low(7))).toEqual(await without.predict(low(7)));
  });

  it('learns new labels beside those of the model', async () => {
    const session = fakeRecognizer().session();
    await teachBoth(session, 3, ['bored', 'amused']);
    expect(session.labels).toEqual([...labels, 'amused', 'bored']);
    const prediction = await session.predict(low(7));
    expect(prediction.label).toBe('bored');
    expect(Object.values(prediction.probabilities).reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
  });

  it('chooses only among the taught labels if asked to', async () => {
    const session = fakeRecognizer().session({ onlyTaught: true });
    await teachBoth(session, 2, ['bored', 'low']);
    expect(session.labels).toEqual(['low', 'bored']);
    expect(Object.keys((await session.predict(low(7))).probabilities)).toEqual(['low', 'bored']);
  });

  it('rejects a clip without speech, and a label that is empty', async () => {
    const session = fakeRecognizer().session();
    const silence = { samples: new Float32Array(8000), sampleRate: 8000 };
    await expect(session.teach(silence, 'low')).rejects.toMatchObject({ code: 'no-speech' });
    await expect(session.teach(low(0), ' ')).rejects.toThrow('`label` must be a word');
    expect(session.taught.clips).toEqual({});
  });

  it('works for a clip that was only calibrated before, and after a new speaker', async () => {
    const session = fakeRecognizer().session();
    await session.predict(high(1));
    await teachBoth(session, 2);
    session.newSpeaker();
    expect(session.clipsUsed).toBe(0);
    expect((await session.predict(high(7))).label).toBe('high');
  });
});

describe('SpeakerSession.taught', () => {
  it('counts clips by label, and estimates only with three of each', async () => {
    const session = fakeRecognizer().session();
    await teachBoth(session, 2);
    expect(session.taught).toMatchObject({
      clips: { low: 2, high: 2 },
      estimate: undefined,
      otherVoice: false,
    });
    await session.teach(low(2), 'low');
    expect(session.taught.estimate).toBeUndefined();
    await session.teach(high(2), 'high');
    const { estimate } = session.taught;
    expect(estimate).toMatchObject({ uar: 1, nClips: 6, high: 1 });
    expect(estimate!.low).toBeGreaterThan(0.5);
    expect(estimate!.low).toBeLessThan(0.9);
  });

  it('notices that the last clips have another voice', async () => {
    const session = fakeRecognizer().session();
    for (let i = 0; i < 8; i++) await session.teach(low(i), i % 2 === 0 ? 'low' : 'middle');
    for (let i = 0; i < 4; i++) await session.predict(low(i + 3));
    expect(session.taught.otherVoice).toBe(false);
    for (let i = 0; i < 4; i++) await session.predict(high(i));
    expect(session.taught.otherVoice).toBe(true);
  });
});

describe('SpeakerSession.toFiles', () => {
  const recognizer = async () => fakeRecognizer({ classifier: await fixtureClassifier('ridge') });

  it('gives a model that answers the same, and continues to learn', async () => {
    const session = (await recognizer()).session();
    await teachBoth(session, 3, ['bored', 'high']);
    const loaded = await Recognizer.load(await session.toFiles());
    expect(loaded.labels).toEqual(session.labels);
    const { label, probabilities } = await loaded.predict(low(7));
    const own = await session.predict(low(7));
    expect(label).toBe(own.label);
    for (const [name, share] of Object.entries(probabilities))
      expect(own.probabilities[name]).toBeCloseTo(share, 5);
    const continued = loaded.session();
    await continued.teach(low(4), 'low');
    expect(continued.taught.clips).toEqual({ bored: 3, high: 3, low: 1 });
    expect(await loaded.toFiles()).toEqual(await session.toFiles());
    expect(await loaded.toBytes()).toEqual(await session.toBytes());
  });

  it('keeps the labels to choose from', async () => {
    const session = (await recognizer()).restrictTo(['low', 'high']).session();
    await teachBoth(session, 2);
    const loaded = await Recognizer.load(await session.toFiles());
    expect(loaded.labels).toEqual(['low', 'high']);
  });

  it('is written into a folder, with numbers but no audio', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ser-taught-'));
    const session = (await recognizer()).session();
    await teachBoth(session, 2);
    await saveRecognizer(folder, session);
    const loaded = await Recognizer.load(folder);
    expect(loaded.session().taught.clips).toEqual({ low: 2, high: 2 });
    const files = await session.toFiles();
    expect(files['taught.bin']!.length).toBe(4 * (2 * 4 + 4 * 3));
  });

  it('is the model itself when nothing was taught', async () => {
    const model = await recognizer();
    expect(await model.session().toFiles()).toEqual(await model.toFiles());
  });

  it('rejects what was taught to another model', async () => {
    const session = (await recognizer()).session();
    await teachBoth(session, 2);
    const files = await session.toFiles();
    const name = Object.keys(files).find((file) => file.endsWith('weights.bin'))!;
    const other = { ...files };
    other[name] = files[name]!.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
    await expect(Recognizer.load(other)).rejects.toMatchObject({
      code: 'model-corrupt',
      message: expect.stringContaining('taught to the model') as string,
    });
  });

  it('rejects values that are missing or cut short', async () => {
    const session = (await recognizer()).session();
    await teachBoth(session, 2);
    const files = await session.toFiles();
    const { 'taught.bin': values, ...rest } = files;
    await expect(Recognizer.load(rest)).rejects.toMatchObject({
      code: 'model-part-missing',
      file: 'taught.bin',
    });
    await expect(Recognizer.load({ ...files, 'taught.bin': values!.subarray(1) })).rejects.toMatchObject({
      code: 'model-corrupt',
      file: 'taught.bin',
    });
  });
});
