import { ModelError } from '../errors.js';

/**
 * Loads an optional package.
 *
 * @throws {SerError} `package-missing` that says how to install it
 */
export async function importPackage<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new ModelError(
      'package-missing',
      `This file takes the package \`${name}\`, which does not load here. Install it with \`npm install ${name}\`.`,
      { cause },
    );
  }
}
