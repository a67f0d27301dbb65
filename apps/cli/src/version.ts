import { readFileSync } from 'node:fs';

/** The version of this package; `package.json` is one folder up both from `src` and from `dist`. */
export const version: string = readVersion();

function readVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
