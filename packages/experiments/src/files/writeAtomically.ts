import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExperimentError } from '../errors.js';

/** How to write a file. */
export interface WriteOptions {
  /**
   * Whether to flush the file to the disk. Without it, a power failure, but no crash of the program, can leave a part of the
   * file. @default true
   */
  readonly durable?: boolean;
}

/**
 * Writes a file under a temporary name, flushes it to the disk, and renames it: a reader, also after a crash or a power
 * failure, finds the old or the new content, never a part. A missing folder is created.
 *
 * @throws {SerError} `disk-full`
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  { durable = true }: WriteOptions = {},
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeContent(temporary, content, { flags: 'wx', durable });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw orDiskFull(error, path);
  }
}

/**
 * Appends to a file, and flushes it to the disk. A crash can leave a part of the text at its end.
 *
 * @throws {SerError} `disk-full`
 */
export async function appendDurably(path: string, text: string): Promise<void> {
  await writeContent(path, text, { flags: 'a', durable: true }).catch((error: unknown) => {
    throw orDiskFull(error, path);
  });
}

/** Whether a name is one of the temporary names of `writeAtomically`; a killed process leaves such files. */
export function isTemporaryName(name: string): boolean {
  return /^\..+\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.part$/.test(name);
}

/** Flushes the names in a folder to the disk, so that later changes cannot get there first. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined); // Windows cannot open folders
  try {
    await handle?.sync().catch(() => undefined); // some network drives cannot flush them
  } finally {
    await handle?.close();
  }
}

async function writeContent(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  { flags, durable }: Required<WriteOptions> & { readonly flags: string },
): Promise<void> {
  const handle = await open(path, flags);
  try {
    const parts = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    for (const part of parts) await handle.writeFile(part);
    if (durable) await handle.sync();
  } finally {
    await handle.close();
  }
}

const fullCodes: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT'];

/** An error of a full disk as `disk-full`; others as they are. */
export function orDiskFull(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !fullCodes.includes((error as NodeJS.ErrnoException).code)) return error;
  return new ExperimentError(
    'disk-full',
    `There must be room for \`${path}\`; the disk is full, or your quota is used up. Free some space, then run the ` +
      'same command again; an interrupted run continues with `resume` (`--resume`).',
    { file: path, cause: error },
  );
}
