import { expect, it } from 'vitest';
import { contrast } from '../../src/drawing/color.js';
import { rampColor } from '../../src/drawing/rampColors.js';

it('only becomes lighter', () => {
  const places = Array.from({ length: 101 }, (_, i) => i / 100);
  const lightness = places.map((place) => contrast(rampColor(place), '#000000'));
  lightness.slice(1).forEach((step, i) => expect(step).toBeGreaterThan(lightness[i]!));
});
