import { readFileSync } from 'node:fs';

/** A code block of a Markdown file. */
export interface Fence {
  /** What the block is, such as `ts`, `ts browser`, or `json recipe`. */
  readonly kind: string;
  readonly code: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
}

/** The code blocks of a Markdown file, in order. */
export function fencesOf(path: string): readonly Fence[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(({ 1: kind, 2: code, index }) => ({
    kind: kind!.trim(),
    code: code!,
    line: text.slice(0, index).split('\n').length,
  }));
}
