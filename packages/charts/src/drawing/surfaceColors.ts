import type { Themed } from './shade.js';

/** Background, text, and lines of charts; a page may set its own as `--ser-surface`, `--ser-ink`, and so on. */
export const surfaceColors = {
  surface: { light: '#ffffff', dark: '#14181d' },
  ink: { light: '#1f2933', dark: '#e8ecf0' },
  /** Tick labels, axes. */
  muted: { light: '#5b6673', dark: '#a3adb8' },
  /** The grid, which may be faint. */
  line: { light: '#d9dfe5', dark: '#343c45' },
} as const satisfies Readonly<Record<string, Themed>>;
