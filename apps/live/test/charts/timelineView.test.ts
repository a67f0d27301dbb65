import { expect, it } from 'vitest';
import { panned, visibleRange, zoomed } from '../../src/charts/timelineView.js';

it('shows the beginning first, then follows the recording', () => {
  expect(visibleRange({ span: 30 }, 4)).toEqual({ start: 0, end: 30 });
  expect(visibleRange({ span: 30 }, 50)).toEqual({ start: 20, end: 50 });
  expect(visibleRange({ span: 30, end: 40 }, 50)).toEqual({ start: 10, end: 40 });
});

it('moves within the recording, and follows it again at its end', () => {
  expect(panned({ span: 10 }, 100, -0.5)).toEqual({ span: 10, end: 95 });
  expect(panned({ span: 10, end: 11 }, 100, -0.5)).toEqual({ span: 10, end: 10 });
  expect(panned({ span: 10, end: 95 }, 100, 0.5)).toEqual({ span: 10, end: undefined });
});

it('zooms between ten seconds and ten minutes', () => {
  expect(zoomed({ span: 30 }, 'in').span).toBe(10);
  expect(zoomed({ span: 10 }, 'in').span).toBe(10);
  expect(zoomed({ span: 600, end: 700 }, 'out')).toEqual({ span: 600, end: 700 });
});
