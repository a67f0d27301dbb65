import { element, escapeText } from './element.js';
import { seriesColours } from './seriesColours.js';
import { surfaceColours } from './surfaceColours.js';
import { wrapText } from './textWidth.js';

/** What every picture shares: its size in px, its name, its text alternative and how it is drawn. */
export interface FigureParts {
  readonly width: number;
  /** Height below the title. */
  readonly height: number;
  /** Shown above the picture and read out as its name. */
  readonly title: string;
  /** What the picture says, in words, for those who do not see it. */
  readonly description: string;
  readonly body: readonly string[];
}

const titleSize = 15;
const titleLine = 20;
/** How much wider bold letters are. */
const boldness = 1.1;

/** The SVG around a picture: theme, title, text alternative, background. Shrinks to its container, never grows. */
export function figure({ width, height, title, description, body }: FigureParts): string {
  const lines = wrapText(title, width - 16, titleSize * boldness);
  const top = lines.length * titleLine + 10;
  const heading = lines.map((line, i) =>
    element(
      'text',
      { x: 8, y: 20 + i * titleLine, class: 'title', 'font-size': titleSize, 'font-weight': 600 },
      escapeText(line),
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
    element('title', {}, escapeText(title)),
    element('desc', {}, escapeText(description)),
    element('style', {}, theme),
    element('rect', { width: '100%', height: '100%', class: 'surface', fill: '#ffffff' }),
    ...heading,
    element('g', { transform: `translate(0 ${top})` }, ...body),
  );
}

/**
 * Colours follow the `color-scheme` of the page that embeds the picture (a file of its own follows the
 * reader's); a page may set `--ser-ink`, `--ser-muted`, `--ser-line`, `--ser-surface`. Everything is scoped to
 * `.ser-figure`. Attributes carry the light colours for viewers without CSS.
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
    const { light, dark } = surfaceColours[name];
    return `.ser-figure ${which}{${property}:var(--ser-${name},light-dark(${light},${dark}))}`;
  }),
  ...seriesColours.flatMap(({ light, dark }, i) => [
    `.ser-figure .series${i}{stroke:light-dark(${light},${dark})}`,
    `.ser-figure .fill${i}{fill:light-dark(${light},${dark})}`,
  ]),
].join('');
