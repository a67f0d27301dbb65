import { describe, expect, it } from 'vitest';
import { drawDelivery } from '../../src/synthesis/delivery.js';
import { RandomStream } from '@ser/core';
import { schedule } from '../../src/synthesis/schedule.js';
import { makeSentence } from '../../src/synthesis/sentences.js';
import { makeVoice } from '../../src/synthesis/voice.js';

const delivery = drawDelivery(
  { voice: makeVoice(1, 1), emotion: 'neutral', intensity: 'normal', expressiveness: 1 },
  new RandomStream(1),
);

function plan(
  changes: Partial<typeof delivery>,
  sentence = makeSentence('A bad', ['AX', '|', 'B', "'AE", 'D']),
) {
  return schedule(sentence, { ...delivery, ...changes }, new RandomStream(2));
}

describe('schedule', () => {
  it('places postures without gaps between two silences', () => {
    const timeline = plan({ pauses: 0 });
    timeline.slice(1).forEach(({ start }, i) => {
      expect(start).toBeCloseTo(timeline[i]!.start + timeline[i]!.seconds, 9);
    });
    expect(timeline.map(({ voicing }) => voicing)).toEqual([0, 1, 0.12, 0.3, 1, 0.12, 0.3, 0]);
  });

  it('pauses where the sentence allows it', () => {
    expect(plan({ pauses: 1 })).toHaveLength(plan({ pauses: 0 }).length + 1);
  });

  it('shortens vowels with the tempo, but not bursts', () => {
    const [slow, fast] = [plan({ tempo: 1, pauses: 0 }), plan({ tempo: 2, pauses: 0 })];
    expect(fast[1]!.seconds).toBeCloseTo(slow[1]!.seconds / 2, 9);
    expect(fast[3]!.seconds).toBeCloseTo(slow[3]!.seconds, 9);
  });
});
