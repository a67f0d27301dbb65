import type { NamedFile } from '../model/droppedModel.js';

const tableName = /\.(csv|tsv|jsonl|ndjson|json|txt)$/i;

/** Whether a file may be a table of labels, by its name. */
export function isTable({ path }: NamedFile): boolean {
  return tableName.test(path) && !isSystemFile({ path });
}

/** Whether the files have a table of labels beside recordings. */
export function hasTable(files: readonly NamedFile[]): boolean {
  return files.some(isTable) && files.some((file) => !isTable(file) && !isSystemFile(file));
}

/** Files that operating systems leave in folders. */
export function isSystemFile({ path }: Pick<NamedFile, 'path'>): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}
