import { expect, it } from 'vitest';
import { contrast } from '../../src/drawing/color.js';
import { surfaceColors } from '../../src/drawing/surfaceColors.js';

it.each(['light', 'dark'] as const)('text has enough contrast on a %s page (WCAG AA)', (page) => {
  const { surface, ink, muted } = surfaceColors;
  expect(contrast(ink[page], surface[page])).toBeGreaterThanOrEqual(7);
  expect(contrast(muted[page], surface[page])).toBeGreaterThanOrEqual(4.5);
});
