import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly temporaryFolder: string;
  }
}

/** A folder for all files of a test run, deleted at its end. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-cli-'));
  provide('temporaryFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
