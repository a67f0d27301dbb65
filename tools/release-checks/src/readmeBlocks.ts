import { readFileSync } from 'node:fs';

/** The code blocks of a README that are marked so and no further: `ts`, `html`. */
export function readmeBlocks(path: string, mark: string): readonly string[] {
  const blocks = readFileSync(path, 'utf8').matchAll(new RegExp(`^\`\`\`${mark}\\n(.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map(([, code]) => code!);
}
