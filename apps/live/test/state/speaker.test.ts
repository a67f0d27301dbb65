import { describe, expect, it } from 'vitest';
import { withCorrection, withEvent } from '../../src/state/speaker.js';
import type { LiveEvent } from '../../src/worker/protocol.js';
import { speaker } from '../speaker.js';

const probabilities = { happy: 0.2, sad: 0.8 };
const event = (changes: object) =>
  ({
    ...{ type: 'utterance.end', utterance: 1, start: 1, end: 2.5, speech: true, label: 'sad', probabilities },
    ...{ calibrated: false, clipsUsed: 1, ...changes },
  }) as unknown as LiveEvent;
const place = { origin: 10, otherVoice: true, id: 'a-2' };

describe('withEvent', () => {
  it('adds an utterance at its place in the recording', () => {
    const after = withEvent(speaker, event({}), place);
    expect(after.utterances.at(-1)).toMatchObject({ id: 'a-2', start: 11, end: 12.5, label: 'sad' });
    expect(after.measurements).toEqual([{ start: 11, end: 12.5, probabilities }]);
    expect(after).toMatchObject({ now: { label: 'sad' }, model: { taught: { otherVoice: true } } });
  });

  it('adds a measurement while an utterance lasts', () => {
    const after = withEvent(speaker, event({ type: 'measurement', calibrated: true }), place);
    expect(after.utterances).toEqual(speaker.utterances);
    expect(after).toMatchObject({ calibrated: true, measurements: [{ start: 11 }] });
  });

  it('ignores starts and noises', () => {
    expect(withEvent(speaker, event({ type: 'utterance.start' }), place)).toBe(speaker);
    expect(withEvent(speaker, event({ speech: false }), place)).toBe(speaker);
  });
});

it("shows the user's label of an utterance", () => {
  expect(withCorrection(speaker, 'a-1', 'sad').utterances[0]).toMatchObject({
    label: 'happy',
    corrected: 'sad',
  });
});
