import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { contentSecurityPolicy } from './contentSecurity.js';
import { isOfWorker, modelFilesOf } from './modelFilesOf.js';

/** A file of the built page. */
export interface BuiltFile {
  /** Relative to the page, with slashes. */
  readonly file: string;
  readonly bytes: number;
}

const template = fileURLToPath(new URL('./serviceWorker.js', import.meta.url));

/**
 * Writes the service worker, which keeps the page on the device, and `models.json`, the files that each bundled model
 * needs, for the display of the download's progress.
 */
export function offline(): Plugin {
  let outDir = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await builtFiles(outDir);
      const models = modelFilesOf(files);
      await writeFile(join(outDir, 'models.json'), JSON.stringify(models));
      const shell = files.map(({ file }) => file).filter((file) => !isOfWorker(file));
      await writeFile(join(outDir, 'service-worker.js'), await serviceWorker(outDir, files, shell));
    },
  };
}

async function builtFiles(folder: string): Promise<readonly BuiltFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.sort().map(async (path) => ({
      file: relative(folder, path).split(sep).join('/'),
      bytes: (await readFile(path)).length,
    })),
  );
  return files.filter(({ file }) => file !== 'service-worker.js' && file !== 'models.json');
}

/** The service worker with the names of the files, and a version that changes with their content. */
async function serviceWorker(
  folder: string,
  files: readonly BuiltFile[],
  shell: readonly string[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const { file } of files) hash.update(file).update(await readFile(join(folder, file)));
  const settings = {
    version: hash.digest('hex').slice(0, 16),
    policy: contentSecurityPolicy,
    shell: ['./', 'models.json', ...shell],
    files: files.map(({ file }) => file),
  };
  const text = await readFile(template, 'utf8');
  return text.replace('self.settings', JSON.stringify(settings));
}
