import { describe, expect, it } from 'vitest';
import { reliabilityDiagramSvg } from '../src/reliabilityDiagramSvg.js';
import { reliabilityDiagramVega } from '../src/reliabilityDiagramVega.js';
import { all, ownText, parseXml } from './parseXml.js';
import { bins } from './samples.js';

describe('reliabilityDiagramSvg', () => {
  const svg = parseXml(reliabilityDiagramSvg({ bins, error: 0.05 }));

  it('draws a bar as high as the share that was right, and leaves empty bins out', () => {
    const bars = all(svg, 'rect').filter(({ attributes }) => attributes.class === 'fill0');
    const [middling, sure] = bars.map(({ attributes }) => Number(attributes.height));
    expect(bars).toHaveLength(2);
    expect(sure! / middling!).toBeCloseTo(0.95 / 0.5, 2);
  });

  it('puts a point at the mean confidence of the bin, not in its middle', () => {
    const [first, second] = all(svg, 'circle').map(({ attributes }) => Number(attributes.cx));
    const [left, right] = [48, 48 + 280];
    expect((first! - left) / (right - left)).toBeCloseTo(0.7, 2);
    expect((second! - left) / (right - left)).toBeCloseTo(0.97, 2);
  });

  it('says in words what it shows', () => {
    expect(ownText(all(svg, 'desc')[0]!)).toBe(
      'Expected calibration error 5%. confidence 50% to 90%: 50% right of 8; confidence 90% to 100%: 95% right of 40.',
    );
  });

  it.each([
    ['no-items', '`bins` must hold at least one entry', { bins: [] }],
    ['invalid-option', '`error` must lie in [0, 1], got `5`', { bins, error: 5 }],
    ['invalid-option', '`accuracy` must lie in [0, 1]', { bins: [{ ...bins[1]!, accuracy: 2 }] }],
  ])('refuses %s: %s', (code, fragment, options) => {
    expect(() => reliabilityDiagramSvg(options)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(fragment) }),
    );
  });
});

describe('reliabilityDiagramVega', () => {
  it('has a row for each bin that holds answers', () => {
    expect(reliabilityDiagramVega({ bins }).data.values).toEqual([
      { from: 0.5, to: 0.9, 'mean confidence': 0.7, 'share right': 0.5, answers: 8 },
      { from: 0.9, to: 1, 'mean confidence': 0.97, 'share right': 0.95, answers: 40 },
    ]);
  });
});
