import { describe, expect, it } from 'vitest';
import { ravdessSong } from '../../src/corpora/ravdessSong.js';

describe('ravdessSong', () => {
  it('reads a name as ravdess does', () => {
    expect(ravdessSong.parse('Actor_12/03-02-05-02-01-02-12.wav')).toMatchObject({
      speaker: '12',
      sex: 'female',
      emotion: 'angry',
      intensity: 'strong',
      text: 'Kids are talking by the door',
      take: '02',
    });
  });

  it.each([
    ['03-01-05-02-01-02-12', 'its channel is 01 (speech); only 02 (song) is used'],
    ['03-02-07-02-01-02-12', 'emotion 07 is not one of 01 to 06'],
    ['03-02-05-02-01-02-18', 'actor 18 has no song'],
    ['03-02-05-02-01-02-25', 'actor 25 is not one of 01 to 24'],
    ['song', 'as in `03-02-05-02-01-01-12.wav`'],
  ])('rejects %s: %s', (name, reason) => {
    expect(ravdessSong.parse(`${name}.wav`)).toBeUndefined();
    expect(ravdessSong.irregularity!(`${name}.wav`)).toContain(reason);
  });
});
