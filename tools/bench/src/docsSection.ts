import { readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../../../docs/engines.md', import.meta.url);

/** Replaces what stands in docs/engines.md between the two marks of a bench. */
export function writeSection(bench: string, markdown: string): void {
  const [begin, end] = [`<!-- bench ${bench} -->`, `<!-- end of ${bench} -->`];
  const text = readFileSync(page, 'utf8');
  const [before, rest] = split(text, begin);
  const [, after] = split(rest, end);
  writeFileSync(page, `${before}${begin}\n\n${markdown}\n\n${end}${after}`);
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`docs/engines.md has no line \`${mark}\`.`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
