import { describe, expect, it } from 'vitest';
import { regionsOf, thirdsOf } from '../../src/functionals/regions.js';
import { framesOf } from '../helpers/framesOf.js';

describe('regionsOf', () => {
  it('splits active frames into voiced and unvoiced, and spans all between the first and the last', () => {
    const regions = regionsOf(framesOf({ active: '0111111110110', voiced: '1111110000000' }));
    expect([...regions.active]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 11]);
    expect([...regions.voiced]).toEqual([1, 2, 3, 4, 5]);
    expect([...regions.unvoiced]).toEqual([6, 7, 8, 10, 11]);
    expect([regions.first, regions.end]).toEqual([1, 12]);
    expect(regions.thirds).toEqual([1, 4, 8, 12]);
  });

  it('uses all active frames if too few are voiced, or too few are unvoiced', () => {
    const whispered = regionsOf(framesOf({ active: '111111', voiced: '000011' }));
    expect(whispered.voiced).toEqual(whispered.active);
    expect(whispered.unvoiced).toEqual(whispered.active);
    const sung = regionsOf(framesOf({ active: '1111111', voiced: '1111100' }));
    expect(sung.voiced).toHaveLength(5);
    expect(sung.unvoiced).toEqual(sung.active);
  });

  it('divides the span into thirds of whole frames', () => {
    expect(thirdsOf(0, 9)).toEqual([0, 3, 6, 9]);
    expect(thirdsOf(2, 10)).toEqual([2, 5, 8, 12]);
  });
});
