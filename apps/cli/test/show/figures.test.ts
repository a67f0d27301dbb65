import { describe, expect, it } from 'vitest';
import { blocks, duration, percent, stepTime } from '../../src/show/figures.js';

describe('percent', () => {
  it('has one decimal', () => {
    expect(percent(0.4567)).toBe('45.7%');
    expect(percent(1)).toBe('100.0%');
  });
});

describe('blocks', () => {
  it('fills the width in eighths of a character', () => {
    expect(blocks(1, 4)).toBe('████');
    expect(blocks(0.5, 4)).toBe('██');
    expect(blocks(1 / 32, 4)).toBe('▏');
    expect(blocks(0, 4)).toBe('');
  });
});

describe('duration', () => {
  it.each([
    [8.26, '8.3 s'],
    [65, '1 min 05 s'],
    [3599.9, '1 h 00 min'],
    [7325, '2 h 02 min'],
  ])('%d s is %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

describe('stepTime', () => {
  it.each([
    [0.851, '0.85 ms per step'],
    [12.34, '12.3 ms per step'],
    [1234.5, '1235 ms per step'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(stepTime(milliseconds)).toBe(text);
  });
});
