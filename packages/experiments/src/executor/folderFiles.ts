import { randomUUID } from 'node:crypto';
import { link, mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readIfExists } from '../files/sealed.js';
import { writeAtomically } from '../files/writeAtomically.js';
import type { Files } from './store.js';

/**
 * Files in a folder, which may be on a network drive.
 *
 * @throws {SerError} `disk-full` when a file is written
 */
export function folderFiles(folder: string): Files {
  const root = resolve(folder);
  const at = (name: string) => join(root, name);
  return {
    location: root,
    read: (name) => readIfExists(at(name)),
    replace: (name, bytes) => writeAtomically(at(name), bytes),
    remove: (name) => rm(at(name), { force: true }),
    async create(name, bytes) {
      const path = at(name);
      const temporary = join(dirname(path), `.${randomUUID()}.part`);
      await mkdir(dirname(path), { recursive: true });
      await writeAtomically(temporary, bytes);
      try {
        await link(temporary, path); // unlike `rename`, it fails if the file exists
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      } finally {
        await rm(temporary, { force: true });
      }
    },
  };
}
