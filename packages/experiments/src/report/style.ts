/** The colors of a report, for light and dark screens; text has enough contrast (WCAG AA). */
export const pageColors = {
  ink: { light: '#1f2933', dark: '#e8ecf0' },
  muted: { light: '#56616e', dark: '#a3adb8' },
  line: { light: '#d9dfe5', dark: '#343c45' },
  surface: { light: '#ffffff', dark: '#14181d' },
  edge: { light: '#9aa5b1', dark: '#5d6975' },
  raised: { light: '#f5f7f9', dark: '#1c2229' },
  warning: { light: '#8a4b00', dark: '#ffb454' },
  'warning-surface': { light: '#fff6e5', dark: '#2a2113' },
} as const;

const colors = Object.entries(pageColors)
  .map(([name, { light, dark }]) => `  --${name}: light-dark(${light}, ${dark});\n`)
  .join('');

/** The style sheet of a report: one column, system fonts, light and dark, printable. */
export const style = `
:root {
  color-scheme: light dark;
${colors}  --ser-ink: var(--ink);
  --ser-muted: var(--muted);
  --ser-line: var(--line);
  --ser-surface: var(--surface);
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--surface);
  color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
h1 { margin: 0; max-width: 54rem; font-size: clamp(1.2rem, 1rem + 1vw, 1.55rem); font-weight: 600; line-height: 1.35; letter-spacing: -0.01em; text-wrap: pretty; }
h2 { margin: 3rem 0 0.75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 1.15rem; font-weight: 600; }
p { max-width: 46rem; margin: 0.75rem 0; text-wrap: pretty; }
ul { max-width: 46rem; margin: 0.75rem 0; padding-left: 1.25rem; }
li { margin: 0.35rem 0; text-wrap: pretty; }
.subtitle { margin: 0.75rem 0 0; color: var(--muted); }
.muted { color: var(--muted); }
.notice { max-width: none; margin: 1.5rem 0 0; padding: 0.85rem 1.1rem; border-left: 4px solid var(--warning); background: var(--warning-surface); }
.notice strong { color: var(--warning); }
.notice ul { max-width: none; margin: 0.35rem 0 0; }
.key { display: flex; flex-wrap: wrap; gap: 1px; margin: 2rem 0 0; padding: 1px; }
.key div { flex: 1 1 10rem; padding: 0.8rem 1rem; box-shadow: 0 0 0 1px var(--line); }
.key dt { color: var(--muted); font-size: 0.85rem; }
.key dd { margin: 0; font-size: 1.45rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.key dd small { display: block; color: var(--muted); font-size: 0.8rem; font-weight: 400; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.5rem; align-items: start; }
figure { margin: 0.25rem 0; min-width: 0; }
.ser-figure { display: block; margin-left: -8px; }
details { margin: 0.25rem 0 0; font-size: 0.88rem; }
summary { width: fit-content; padding: 0.2rem 0; color: var(--muted); cursor: pointer; }
details .table { max-height: 20rem; overflow: auto; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.table { overflow-x: auto; margin: 1rem 0; background:
  linear-gradient(to right, var(--surface) 40%, transparent) left / 2.5rem 100% no-repeat local,
  linear-gradient(to left, var(--surface) 40%, transparent) right / 2.5rem 100% no-repeat local,
  linear-gradient(to right, var(--edge), transparent) left / 1rem 100% no-repeat scroll,
  linear-gradient(to left, var(--edge), transparent) right / 1rem 100% no-repeat scroll; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--muted); font-size: 0.82rem; font-weight: 500; vertical-align: bottom; }
tbody th { font-weight: 500; }
td.text { min-width: 8rem; }
.number + .text { padding-left: 1rem; }
.number { text-align: right; white-space: nowrap; }
.path { display: block; min-width: 8rem; overflow-wrap: anywhere; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.88em; }
pre { margin: 1rem 0; white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.85rem 1rem; background: var(--raised); font: 0.86rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.9em; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.25rem; margin: 1rem 0; font-size: 0.92rem; }
dl.facts dt { color: var(--muted); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
@media (max-width: 30rem) {
  main { padding: 1.5rem 1rem 3rem; }
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin-bottom: 0.5rem; }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h2 { margin-top: 1.5rem; break-after: avoid; }
  figure, tr, .notice, .key { break-inside: avoid; }
  .table { overflow: visible; }
}
`;
