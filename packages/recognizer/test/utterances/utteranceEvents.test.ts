import type { AudioClip } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../src/prediction.js';
import { utteranceEvents, type UtteranceEvent } from '../../src/utterances/utteranceEvents.js';
import { joined, noise } from '../noise.js';
import { tone } from '../tone.js';

const sampleRate = 8000;

/** Two utterances in faint noise: 1 to 3 s, and 5 to 9 s. */
const recording = (() => {
  const samples = noise(10 * sampleRate, 0.002);
  const speak = (start: number, seconds: number) =>
    tone(440, { seconds }).samples.forEach((value, i) => (samples[start * sampleRate + i]! += value));
  speak(1, 2);
  speak(5, 4);
  return samples;
})();

/** Predicts the length of the clip. */
const predict = ({ samples }: AudioClip): Promise<Prediction> =>
  Promise.resolve({
    speech: true,
    label: `${(samples.length / sampleRate).toFixed(1)} s`,
    probabilities: {},
    quality: { snr: 20, level: -20, speechSeconds: 1, clipped: 0 },
  } as unknown as Prediction);

async function eventsOf(chunks: Iterable<Float32Array>, options = {}): Promise<UtteranceEvent[]> {
  const events: UtteranceEvent[] = [];
  for await (const event of utteranceEvents(chunks, sampleRate, predict, { sampleRate, ...options }))
    events.push(event);
  return events;
}

function* inChunks(samples: Float32Array, size: number) {
  for (let i = 0; i < samples.length; i += size) yield samples.subarray(i, i + size);
}

describe('utteranceEvents', () => {
  it('reports the start, measurements, and the end of each utterance', async () => {
    const events = await eventsOf([recording]);
    expect(events.map(({ type, utterance }) => `${utterance} ${type}`)).toEqual([
      '1 utterance.start',
      '1 measurement',
      '1 measurement',
      '1 utterance.end',
      '2 utterance.start',
      '2 measurement',
      '2 measurement',
      '2 measurement',
      '2 measurement',
      '2 utterance.end',
    ]);
  });

  it('finds the times of utterances within a tenth of a second or two', async () => {
    const ends = (await eventsOf([recording])).filter((event) => event.type === 'utterance.end');
    const expected = [
      [1, 3],
      [5, 9],
    ];
    ends.forEach(({ start, end }, i) => {
      expect(Math.abs(start - expected[i]![0]!)).toBeLessThan(0.2);
      expect(Math.abs(end - expected[i]![1]!)).toBeLessThan(0.2);
    });
  });

  it('predicts for the whole utterance at its end', async () => {
    for (const event of await eventsOf([recording])) {
      if (event.type !== 'utterance.end') continue;
      expect(event.label).toBe(`${(event.end - event.start).toFixed(1)} s`);
    }
  });

  it('does not depend on the size of the chunks', async () => {
    const whole = await eventsOf([recording]);
    expect(await eventsOf(inChunks(recording, 333))).toEqual(whole);
    expect(await eventsOf(inChunks(recording, 4096))).toEqual(whole);
  });

  it('divides long utterances', async () => {
    const ends = (await eventsOf([recording], { longest: 2 })).filter(({ type }) => type === 'utterance.end');
    expect(ends.length).toBeGreaterThanOrEqual(3);
    for (const event of ends) if ('end' in event) expect(event.end - event.start).toBeLessThanOrEqual(2);
  });

  it('ends the last utterance with the stream', async () => {
    const events = await eventsOf([recording.subarray(0, 7 * sampleRate)]);
    expect(events.at(-1)).toMatchObject({ type: 'utterance.end', utterance: 2, end: 7 });
  });

  it('finds nothing in noise or silence', async () => {
    expect(await eventsOf([noise(5 * sampleRate, 0.1)])).toEqual([]);
    expect(await eventsOf([new Float32Array(5 * sampleRate)])).toEqual([]);
    expect(await eventsOf([])).toEqual([]);
  });

  it('keeps speech that continues after a short pause in one utterance', async () => {
    const samples = joined(
      noise(sampleRate, 0.002),
      tone(440, { seconds: 1 }).samples,
      noise(0.3 * sampleRate, 0.002),
      tone(440, { seconds: 1 }).samples,
      noise(sampleRate, 0.002),
    );
    const count = async (options: object) =>
      (await eventsOf([samples], options)).filter(({ type }) => type === 'utterance.end').length;
    expect(await count({ pause: 1 })).toBe(1);
    expect(await count({ pause: 0.2 })).toBe(2);
  });

  it('stops with the reason of the signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(eventsOf([recording], { signal })).rejects.toThrow('enough');
  });

  it('rejects options out of bounds', async () => {
    await expect(eventsOf([], { pause: 0.1 })).rejects.toThrow('`pause` must be');
    await expect(eventsOf([], { longest: 31 })).rejects.toThrow('`longest` must be');
    await expect(eventsOf([], { every: 0 })).rejects.toThrow('`every` must be');
  });
});
