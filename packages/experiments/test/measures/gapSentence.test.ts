import { describe, expect, it } from 'vitest';
import type { RunMetrics, SourceMetrics } from '../../src/measures/runMetrics.js';
import { gapSentence } from '../../src/measures/gapSentence.js';
import { sampleMetrics, sampleSource } from '../sampleRun.js';

/** A run with a UAR of 50 % unless told, ten points about it, beside one of its source. */
function sentence(
  uar: number,
  independent: { readonly own: boolean; readonly source: boolean },
  own = 0.5,
): string {
  const metrics = sampleMetrics({ speakerIndependent: independent.own });
  const source = { ...sampleSource(), speakerIndependent: independent.source };
  const withUar = <T extends RunMetrics | SourceMetrics>(of: T, value: number): T => ({
    ...of,
    pooled: { ...of.pooled, uar: value },
    interval: { ...of.interval!, low: value - 0.1, high: value + 0.1 },
  });
  return gapSentence({ ...withUar(metrics, own), source: withUar(source, uar) }).replaceAll('\u00a0', ' ');
}

const usual = { own: true, source: false };

describe('gapSentence', () => {
  it('says what a new voice gets, and what knowing the voice is worth', () => {
    expect(sentence(0.752, usual)).toBe(
      'A new voice gets a UAR of 50.0 %; the 75.2 % of the source’s split are for voices that were also heard in ' +
        'training, and the 25.2 points between them are what knowing a voice is worth.',
    );
  });

  it('tells the gap between the figures as they are written', () => {
    // 8.84 points, but what is read is 92.7 and 83.8 %
    expect(sentence(0.9268, usual, 0.8384)).toMatch(/83\.8 %; the 92\.7 % .* the 8\.9 points between them/);
  });

  it('allows for chance where the interval of the first figure holds the second', () => {
    expect(sentence(0.58, usual)).toMatch(
      /the 8\.0 points between them may be chance: the interval of the first reaches/,
    );
  });

  it('makes no story of no gap', () => {
    expect(sentence(0.45, usual)).toMatch(/45\.0 % .* heard in training, which made them no easier here\.$/);
  });

  it('quotes the figure for new voices first, whichever split it is of', () => {
    expect(sentence(0.3, { own: false, source: true })).toMatch(
      /^A new voice gets a UAR of 30\.0 %; the 50\.0 % of this split are for voices that were also heard/,
    );
  });

  it('does not speak of voices where both splits treat them alike', () => {
    expect(sentence(0.6, { own: true, source: true })).toBe(
      'The UAR is 50.0 % here and 60.0 % under the source’s split: both are for voices that were not heard in ' +
        'training, so the 10.0 points between them come from which clips are tested.',
    );
    expect(sentence(0.6, { own: false, source: false })).toContain('voices that were also heard in training');
  });
});
