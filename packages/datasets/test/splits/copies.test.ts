import { describe, expect, it } from 'vitest';
import { copyId, sourceOf } from '../../src/splits/copies.js';

describe('the id of an augmented copy', () => {
  it('leads back to the clip that it was made from, even for copies of copies', () => {
    expect(copyId('tess/OAF_back_sad', 2)).toBe('tess/OAF_back_sad#2');
    expect(sourceOf(copyId('tess/OAF_back_sad', 2))).toBe('tess/OAF_back_sad');
    expect(sourceOf(copyId(copyId('tess/OAF_back_sad', 2), 0))).toBe('tess/OAF_back_sad');
    expect(sourceOf('tess/OAF_back_sad')).toBe('tess/OAF_back_sad');
  });

  it.each([-1, 0.5, Number.NaN])('is rejected for variant %d', (variant) => {
    const make = () => copyId('tess/OAF_back_sad', variant);
    expect(make).toThrow(`\`variant\` must be an integer at least 0; got ${variant}.`);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});
