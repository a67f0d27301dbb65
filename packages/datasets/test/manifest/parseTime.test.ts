import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/manifest/parseTime.js';

describe('parseTime', () => {
  it.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['0', 0],
    ['1500ms', 1.5],
    ['1.5 s', 1.5],
    ['00:16:16,059', 976.059],
    ['1:02.5', 62.5],
    ['0 days 00:00:01.500000', 1.5],
    ['1 days 00:00:00', 86400],
    ['2e-1', 0.2],
  ])('reads %s as seconds: %d', (text, seconds) => {
    expect(parseTime(text)).toBeCloseTo(seconds, 9);
  });

  it.each(['', 'NaT', 'nan', 'None'])('reads "%s" as unknown', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });

  it.each(['soon', '-1', '1:2:3:4'])('cannot read "%s"', (text) => {
    expect(parseTime(text)).toBeNaN();
  });
});
