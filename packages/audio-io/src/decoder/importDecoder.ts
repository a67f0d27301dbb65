import { AudioError } from '../errors.js';

/** A package that decodes one format and is not a dependency of this one. */
export interface OptionalPackage {
  /** Name of the format in messages. */
  readonly format: string;

  /** The name in the registry. It is not a literal in the `import()`, so that bundlers do not search for it. */
  readonly packageName: string;
}

/**
 * Imports a package that may not be installed.
 *
 * @throws {SerError} `decoder-not-installed`, with the reason as its `cause`
 */
export async function importDecoder<Module>({ format, packageName }: OptionalPackage): Promise<Module> {
  try {
    return (await import(
      /* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ packageName
    )) as Module;
  } catch (cause) {
    throw new AudioError(
      'decoder-not-installed',
      `Expected a decoder for ${format}, found none. Run \`npm install ${packageName}\`, or convert the file first: ` +
        '`ffmpeg -i in out.wav`.',
      { cause },
    );
  }
}
