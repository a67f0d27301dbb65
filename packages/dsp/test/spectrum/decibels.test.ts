import { describe, expect, it } from 'vitest';
import { amplitudeToDb, powerToDb, type DecibelOptions } from '../../src/spectrum/decibels.js';
import { errorFrom } from '../helpers/errorFrom.js';
import { golden, maxDifference } from '../helpers/golden.js';

const functions = { powerToDb, amplitudeToDb };

describe('decibels', () => {
  it('a tenfold power is 10 dB, a tenfold amplitude 20 dB', () => {
    expect([...powerToDb(Float32Array.of(1, 10, 100))]).toEqual([0, 10, 20]);
    expect([...amplitudeToDb(Float32Array.of(1, 10, 100))]).toEqual([0, 20, 40]);
  });

  it('the reference is divided by after the logarithm of both: 100 over 10 is 10 dB', () => {
    expect([...powerToDb(Float32Array.of(100), { ref: 10 })]).toEqual([10]);
  });

  it("with ref 'max' the loudest is 0 dB", () => {
    expect([...powerToDb(Float32Array.of(5, 500), { ref: 'max' })]).toEqual([-20, 0]);
  });

  it('topDb null disables the limit', () => {
    expect([...powerToDb(Float32Array.of(1e-10, 1), { topDb: null })]).toEqual([-100, 0]);
    expect([...powerToDb(Float32Array.of(1e-10, 1), { topDb: undefined })]).toEqual([-80, 0]);
  });

  it('the sign of an amplitude does not matter', () => {
    expect(amplitudeToDb(Float32Array.of(-0.5, -2))).toEqual(amplitudeToDb(Float32Array.of(0.5, 2)));
  });

  it('silence is at the level of amin', () => {
    expect([...powerToDb(new Float32Array(2))]).toEqual([-100, -100]);
  });

  it('may work in place', () => {
    const values = Float32Array.of(1, 10);
    expect(powerToDb(values, {}, values)).toBe(values);
    expect([...values]).toEqual([0, 10]);
  });

  it('of nothing is nothing', () => {
    expect(powerToDb(new Float32Array(0), { ref: 'max' })).toHaveLength(0);
  });

  it.each([
    [{ amin: 0 }, '`amin` must be a finite number above 0; got 0'],
    [{ topDb: -1 }, '`topDb` must be a finite number at least 0; got -1'],
    [{ ref: -3 }, "`ref` must be a finite number above 0, or 'max'; got -3"],
    [{ ref: 'mean' }, "`ref` must be a finite number above 0, or 'max'; got 'mean'"],
  ])('rejects %o', (options, message) => {
    const error = errorFrom(() => powerToDb(Float32Array.of(1), options as DecibelOptions));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain(message);
  });

  interface Case {
    function: keyof typeof functions;
    input: number[];
    options: DecibelOptions;
    expected: number[];
  }
  // float32 near 100 dB has steps of 8e-6
  it.each(golden<Case>('decibels'))('equals librosa: $function, $title', (recorded) => {
    const levels = functions[recorded.function](Float32Array.from(recorded.input), recorded.options);
    expect(maxDifference(levels, recorded.expected)).toBeLessThan(2e-5);
  });
});
