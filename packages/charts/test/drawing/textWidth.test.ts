import { describe, expect, it } from 'vitest';
import { fitText, textWidth, wrapText } from '../../src/drawing/textWidth.js';

describe('textWidth', () => {
  it('grows with the font size and the width of the letters', () => {
    expect(textWidth('sad', 20)).toBeCloseTo(2 * textWidth('sad', 10), 10);
    expect(textWidth('ill', 10)).toBeLessThan(textWidth('mmm', 10));
    expect(textWidth('悲', 10)).toBe(10);
  });
});

describe('fitText', () => {
  it('keeps what fits and cuts the rest with an ellipsis', () => {
    expect(fitText('angry', 100, 13)).toBe('angry');
    const cut = fitText('pleasant surprise', 60, 13);
    expect(cut).toMatch(/^pleas.*…$/);
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(60);
  });

  it('never cuts a character in half', () => {
    expect(fitText('😀😀😀😀', 30, 10)).toBe('😀😀…');
  });
});

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('one two three', textWidth('one two', 10) + 1, 10)).toEqual(['one two', 'three']);
  });

  it('of an empty text has no line', () => {
    expect(wrapText('  ', 100, 10)).toEqual([]);
  });
});
