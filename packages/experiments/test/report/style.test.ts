import { describe, expect, it } from 'vitest';
import { pageColors, style } from '../../src/report/style.js';

/** @see WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(['light', 'dark'] as const)('the %s page', (theme) => {
  const of = (name: keyof typeof pageColors) => pageColors[name][theme];

  it.each([
    ['ink', 'surface'],
    ['muted', 'surface'],
    ['ink', 'raised'],
    ['ink', 'warning-surface'],
    ['warning', 'warning-surface'],
  ] as const)('%s is readable on %s (WCAG AA, 4.5)', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it('defines every color that it uses', () => {
    const used = [...style.matchAll(/var\(--(?!ser-)([\w-]+)\)/g)].map(([, name]) => name!);
    expect(Object.keys(pageColors)).toEqual(expect.arrayContaining([...new Set(used)]));
  });

  it('uses only named colors', () => {
    const rules = style.slice(style.indexOf('* {'));
    expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/);
  });
});
