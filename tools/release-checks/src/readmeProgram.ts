import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The examples of a README as one program: its `ts` blocks in order, types stripped. Blocks marked `ts browser`
 * are left out.
 */
export function readmeProgram(path: string): string {
  const blocks = readFileSync(path, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms);
  const source = [...blocks].map(([, code]) => code).join('\n');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
