import { ModelError } from '../errors.js';

/**
 * Loads an optional package.
 *
 * @throws {SerError} `package-missing` with the command to install it
 */
export async function importPackage<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new ModelError(
      'package-missing',
      `Reading this file requires the package \`${name}\`, which cannot be loaded. Install it with \`npm install ${name}\`.`,
      { cause },
    );
  }
}
