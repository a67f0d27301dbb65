import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/drawing/color.js';
import { shade, signedShade } from '../../src/drawing/shade.js';
import { surfaceColors } from '../../src/drawing/surfaceColors.js';

const shares = Array.from({ length: 101 }, (_, i) => i / 100);

function expectRising(steps: readonly number[]): void {
  steps.slice(1).forEach((step, i) => expect(step).toBeGreaterThanOrEqual(steps[i]!));
}

describe.each(['light', 'dark'] as const)('on a %s page', (page) => {
  const surface = surfaceColors.surface[page];

  it('the text of every cell has enough contrast (WCAG AA, 4.5)', () => {
    const cells = [...shares.map(shade), ...shares.flatMap((one) => [signedShade(one), signedShade(-one)])];
    for (const { fill, text } of cells) {
      expect(contrast(fill[page], text[page])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('a larger share has more contrast to the page', () => {
    expectRising(shares.map((share) => contrast(shade(share).fill[page], surface)));
  });

  it('a larger negative value has more contrast to the page', () => {
    expectRising(shares.map((share) => contrast(signedShade(-share).fill[page], surface)));
  });
});
