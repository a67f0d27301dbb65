import { describe, expect, it } from 'vitest';
import {
  counted,
  duration,
  grouped,
  listed,
  percent,
  range,
  signedPercentNumber,
} from '../src/formatText.js';

describe('formatText', () => {
  it('gives shares in percent, with a non-breaking space', () => {
    expect(percent(0.4123)).toBe('41.2%');
    expect(percent(1)).toBe('100.0%');
  });

  it('gives negative shares a minus sign, and zero none', () => {
    expect([-0.0123, -0.0004, 0, 0.0123].map(signedPercentNumber)).toEqual(['−1.2', '0.0', '0.0', '1.2']);
  });

  it('counts', () => {
    expect(grouped(1440)).toBe('1,440');
    expect([counted(1, 'clip'), counted(0, 'clip'), counted(1440, 'clip')]).toEqual([
      '1 clip',
      '0 clips',
      '1,440 clips',
    ]);
    expect([range([20, 21, 20]), range([4, 4])]).toEqual(['20 to 21', '4']);
  });

  it('lists', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b, and c']);
  });

  it('gives times', () => {
    expect([duration(0.31), duration(59.4), duration(59.6), duration(200)]).toEqual([
      '0.3 s',
      '59 s',
      '1 min 0 s',
      '3 min 20 s',
    ]);
  });
});
