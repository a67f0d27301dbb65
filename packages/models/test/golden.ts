import { readFileSync } from 'node:fs';

/** Results of Keras, recorded by the scripts in `reference/goldens`. */
export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`goldens/${name}`, import.meta.url), 'utf8')) as T;
}
