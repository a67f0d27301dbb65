import { isAbsolute, join } from 'node:path';
import type { CommandIo } from './commandIo.js';

/** Where a path that was typed lies: unchanged where it can be, so that messages show it as it was typed. */
export function fromCwd({ cwd }: CommandIo, path: string): string {
  return isAbsolute(path) || cwd === process.cwd() ? path : join(cwd, path);
}
