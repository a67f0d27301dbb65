import { resolve } from 'node:path';

/** Resolves a path against the folder of the command; npm starts the script in the folder of the workspace. */
export function fromCwd(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
