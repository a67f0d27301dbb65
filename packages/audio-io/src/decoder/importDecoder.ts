import { AudioError } from '../errors.js';

/** A package that decodes one format and is not installed with this one. */
export interface OptionalPackage {
  /** The format, as messages name it. */
  readonly format: string;

  /** The name in the registry; no literal where it is imported, so that no bundler looks for it. */
  readonly packageName: string;
}

/**
 * Imports a package that may not be there.
 *
 * @throws {SerError} `decoder-not-installed`, with the reason as its `cause`
 */
export async function importDecoder<Module>({ format, packageName }: OptionalPackage): Promise<Module> {
  try {
    return (await import(/* webpackIgnore: true */ /* @vite-ignore */ packageName)) as Module;
  } catch (cause) {
    throw new AudioError(
      'decoder-not-installed',
      `Expected a decoder of ${format}, found none. Run \`npm install ${packageName}\`, or convert the file first: ` +
        '`ffmpeg -i in out.wav`.',
      { cause },
    );
  }
}
