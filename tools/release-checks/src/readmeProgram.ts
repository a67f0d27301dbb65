import ts from 'typescript';
import { readmeBlocks } from './readmeBlocks.js';

/**
 * The examples of a README as one program: its `ts` blocks in order, types stripped. Blocks marked `ts browser`
 * are left out.
 */
export function readmeProgram(path: string): string {
  const source = readmeBlocks(path, 'ts').join('\n');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
