import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces the text between the two marks of a benchmark in a page of docs/. */
export function writeSection(bench: string, markdown: string, name: 'engines' | 'metrics' = 'engines'): void {
  const page = new URL(`../../../docs/${name}.md`, import.meta.url);
  const [begin, end] = [`<!-- bench ${bench} -->`, `<!-- end of ${bench} -->`];
  const text = readFileSync(page, 'utf8');
  const [before, rest] = split(text, begin);
  const [, after] = split(rest, end);
  writeFileSync(page, `${before}${begin}\n\n${markdown}\n\n${end}${after}`);
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`The page must contain the line \`${mark}\`; it is missing. Add it.`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
