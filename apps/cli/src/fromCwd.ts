import { isAbsolute, join } from 'node:path';
import type { CommandIo } from './commandIo.js';

/** Resolves a typed path; it stays unchanged if possible, so that messages show it as typed. */
export function fromCwd({ cwd }: CommandIo, path: string): string {
  return isAbsolute(path) || cwd === process.cwd() ? path : join(cwd, path);
}
