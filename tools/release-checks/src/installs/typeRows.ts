/** Versions of TypeScript that read our declarations, oldest first. */
export const typescriptVersions = ['5.4', '5.9', '7'] as const;

/** How a program is compiled: libraries are checked too. */
export const compilerArguments = [
  ...['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022'],
  ...['--lib', 'es2022,dom,dom.iterable', '--types', 'node'],
] as const;

/** A program that imports every entry of our packages. */
export function importEverything(entries: readonly string[]): string {
  return entries.map((entry, i) => `export * as entry${i} from '${entry}';`).join('\n');
}

/** The compiler's errors in our declarations and in the program; those of TensorFlow.js are not ours. */
export function ownErrors(output: string): readonly string[] {
  return output.split('\n').filter((line) => /error TS/.test(line) && /@ser[/\\]|^index\.ts/.test(line));
}
