import { existsSync } from 'node:fs';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';

/**
 * An argument without the quotes that cmd leaves on it: `'clip.wav'` becomes `clip.wav`, and `C:\corpus"`, which is what
 * remains of `"C:\corpus\"`, becomes `C:\corpus`. The name of an existing file stays as it is.
 */
export function unquoted(io: CommandIo, argument: string): string {
  const bare = /^(['"])(.+)\1$/s.exec(argument)?.[2] ?? /^([^"]*\\[^"]*)"$/s.exec(argument)?.[1];
  return bare === undefined || existsSync(fromCwd(io, argument)) ? argument : bare;
}
