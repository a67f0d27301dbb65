import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAudioFile } from '@ser/datasets';
import { cardFileName } from '@ser/datasets';
import { listFiles } from '@ser/datasets';
import { SyntheticError } from './errors.js';
import { syntheticCard } from './syntheticCard.js';

/**
 * Makes a folder ours to write in, or refuses: nothing of anyone else's may be overwritten or mixed with synthetic clips.
 *
 * @param planned paths of the clips to be written, with forward slashes
 * @throws {SerError} `invalid-option` when the folder is a file, holds foreign files, or clips that are not planned
 */
export async function claimFolder(folder: string, planned: ReadonlySet<string>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw refusal(folder, `it cannot be made (${(cause as NodeJS.ErrnoException).code})`, cause);
  }
  const present = await listFiles(folder);
  if (present.length === 0) return;
  if (!(await isSynthetic(folder))) {
    throw refusal(folder, `it holds \`${present[0]!}\` and is not a synthetic corpus`);
  }
  const stray = present.find((file) => isAudioFile(file) && !planned.has(file));
  if (stray !== undefined)
    throw refusal(folder, `it holds \`${stray}\`, which is not part of the corpus asked for`);
}

async function isSynthetic(folder: string): Promise<boolean> {
  try {
    const card: unknown = JSON.parse(await readFile(join(folder, cardFileName), 'utf8'));
    return (card as { readonly title?: unknown } | null)?.title === syntheticCard.title;
  } catch {
    return false;
  }
}

function refusal(folder: string, why: string, cause?: unknown): SyntheticError {
  const message = `Cannot write a synthetic corpus into \`${folder}\`: ${why}. Name a new or an empty folder.`;
  return new SyntheticError('invalid-option', message, {
    file: folder,
    ...(cause !== undefined && { cause }),
  });
}
