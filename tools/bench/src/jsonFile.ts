import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

/** Writes atomically, so that an interruption leaves no partial file. */
export function writeJson(file: string, value: unknown): void {
  writeFileSync(`${file}.part`, jsonText(value));
  renameSync(`${file}.part`, file);
}

export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
