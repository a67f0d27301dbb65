import { describe, expect, it } from 'vitest';
import { gapSentence } from '../../src/measures/gapSentence.js';
import { sampleMetrics } from '../sampleRun.js';

/** The sentence for two UARs, each with an interval of ±10 points. */
function sentence(
  uar: { readonly own: number; readonly source: number },
  independent: { readonly own: boolean; readonly source: boolean },
): string {
  const { pooled, interval } = sampleMetrics();
  const [own, source] = (['own', 'source'] as const).map((split) => ({
    speakerIndependent: independent[split],
    pooled: { ...pooled, uar: uar[split] },
    interval: { ...interval!, low: uar[split] - 0.1, high: uar[split] + 0.1 },
  }));
  return gapSentence(own!, source!).replaceAll('\u00a0', ' ');
}

const usual = { own: true, source: false };

describe('gapSentence', () => {
  it('says what to expect on unseen speakers, and the advantage of knowing the speaker', () => {
    expect(sentence({ own: 0.5, source: 0.752 }, usual)).toBe(
      'On unseen speakers, the UAR is 50.0%; the 75.2% of the source’s split are for speakers that were also used for ' +
        'training. The difference of 25.2 points is the advantage of knowing the speaker.',
    );
  });

  it('gives the difference between the rounded numbers', () => {
    // 8.84 points, but readers see 92.7 and 83.8%
    expect(sentence({ own: 0.8384, source: 0.9268 }, usual)).toMatch(
      /83\.8%; the 92\.7% .* The difference of 8\.9 points/,
    );
  });

  it('says that the difference may be chance if it is within the interval of the first', () => {
    expect(sentence({ own: 0.5, source: 0.58 }, usual)).toMatch(
      /The difference of 8\.0 points may be chance, because it is within the interval of the first\.$/,
    );
  });

  it('says if there is no advantage', () => {
    expect(sentence({ own: 0.5, source: 0.45 }, usual)).toMatch(
      /45\.0% .* Here, knowing the speaker is no advantage\.$/,
    );
  });

  it('gives the UAR on unseen speakers first, whichever split it is from', () => {
    expect(sentence({ own: 0.5, source: 0.3 }, { own: false, source: true })).toMatch(
      /^On unseen speakers, the UAR is 30\.0%; the 50\.0% of this split are for speakers that were also used/,
    );
  });

  it('does not compare speakers if both splits treat them alike', () => {
    expect(sentence({ own: 0.5, source: 0.6 }, { own: true, source: true })).toBe(
      'The UAR is 50.0% with this split and 60.0% with the source’s split. Both are for unseen speakers, so the ' +
        'difference of 10.0 points comes from which clips are tested.',
    );
    expect(sentence({ own: 0.5, source: 0.6 }, { own: false, source: false })).toContain(
      'speakers that were also used for training',
    );
  });
});
