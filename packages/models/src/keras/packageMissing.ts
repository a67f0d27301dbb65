import { ModelError } from '../errors.js';

/** The error of an optional package that cannot be imported, with the command to install it. */
export function packageMissing(name: string, cause: unknown): ModelError {
  return new ModelError(
    'package-missing',
    `Reading this file requires the package \`${name}\`, which cannot be loaded. Install it with \`npm install ${name}\`.`,
    { cause },
  );
}
