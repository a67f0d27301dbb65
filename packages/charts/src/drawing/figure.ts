import { escapeMarkup } from '@ser/core';
import { element, textElement, tooltip } from './element.js';
import { seriesColors } from './seriesColors.js';
import { surfaceColors } from './surfaceColors.js';
import { wrapText } from './textWidth.js';

/** An image without its title, px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: readonly string[];
}

export interface FigureParts extends Drawing {
  /** Shown above the drawing, and the name of the image. */
  readonly title: string;
  /** What the image shows, in words. */
  readonly description: string;
}

const titleSize = 15;
const titleLine = 20;
/** Width of bold letters relative to regular ones. */
const boldness = 1.1;

/** The SVG around a drawing: theme, title, description, background. It shrinks with its container and never grows. */
export function figure({ width, height, title, description, body }: FigureParts): string {
  const lines = wrapText(title, width - 16, titleSize * boldness);
  const top = lines.length * titleLine + 10;
  const heading = lines.map((line, i) =>
    textElement(
      { x: 8, y: 20 + i * titleLine, class: 'title', 'font-size': titleSize, 'font-weight': 600 },
      line,
    ),
  );
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(top + height)}`,
      width: Math.ceil(width),
      height: Math.ceil(top + height),
      role: 'img',
      class: 'ser-figure',
      style: 'max-width:100%;height:auto',
      'font-family': 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
      'font-size': 13,
      fill: '#1f2933',
    },
    tooltip(title),
    element('desc', {}, escapeMarkup(description)),
    element('style', {}, theme),
    element('rect', { width: '100%', height: '100%', class: 'surface', fill: '#ffffff' }),
    ...heading,
    element('g', { transform: `translate(0 ${top})` }, ...body),
  );
}

/**
 * Colors follow the `color-scheme` of the page that embeds the image (an SVG file follows the system's); a page may set
 * `--ser-ink`, `--ser-muted`, `--ser-line`, `--ser-surface`. All rules are scoped to `.ser-figure`. Attributes have the
 * light colors for viewers without CSS.
 */
const theme = [
  '.ser-figure:root{color-scheme:light dark}',
  ...(
    [
      ['.surface', 'fill', 'surface'],
      ['text', 'fill', 'ink'],
      ['.muted', 'fill', 'muted'],
      ['.line', 'stroke', 'line'],
      ['.axis', 'stroke', 'muted'],
      ['.ink', 'stroke', 'ink'],
      ['.halo', 'stroke', 'surface'],
    ] as const
  ).map(([which, property, name]) => {
    const { light, dark } = surfaceColors[name];
    return `.ser-figure ${which}{${property}:var(--ser-${name},light-dark(${light},${dark}))}`;
  }),
  ...seriesColors.flatMap(({ light, dark }, i) => [
    `.ser-figure .series${i}{stroke:light-dark(${light},${dark})}`,
    `.ser-figure .fill${i}{fill:light-dark(${light},${dark})}`,
  ]),
].join('');
