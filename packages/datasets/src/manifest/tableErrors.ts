import { DatasetError } from '../errors.js';

/** A place in a table. */
export interface TablePlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** The error of a malformed table: file and line, what is wrong, and how to fix it. */
export function invalidTable(
  { file, line }: TablePlace,
  problem: string,
  fix: string,
  cause?: unknown,
): DatasetError {
  return new DatasetError('invalid-table', `${file}, line ${line}: ${problem}. ${fix}`, { file, cause });
}
