import { SerError } from '@ser/core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';

/** A temporary folder for the tests of one file, removed at the end. */
export function temporaryFolder(): {
  path(name?: string): string;
  write(name: string, content: Uint8Array): Promise<string>;
} {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audio-io-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const path = (name = '') => join(folder, name);
  return {
    path,
    async write(name, content) {
      await writeFile(path(name), content);
      return path(name);
    },
  };
}

/** The SerError of a rejected promise. */
export async function rejection(promise: Promise<unknown>): Promise<SerError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SerError);
  return error as SerError;
}
