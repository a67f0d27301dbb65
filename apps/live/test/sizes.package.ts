import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isOfWorker } from '../plugins/modelFilesOf.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

interface PageFile {
  readonly file: string;
  readonly bytes: number;
}

it('loads at most 400 kB, compressed, before a model is chosen', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const shell = paths.filter((path) => !isOfWorker(path.slice(dist.length)));
  const sizes = shell.map((path) => gzipSync(readFileSync(path)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
});

it('loads at most 20 MB with encoder and runtime, and 1 MB with the small model', () => {
  const models = JSON.parse(readFileSync(join(dist, 'models.json'), 'utf8')) as Record<string, PageFile[]>;
  const megabytes = (name: string) => models[name]!.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  expect(megabytes('general')).toBeGreaterThan(10);
  expect(megabytes('general')).toBeLessThan(20);
  expect(megabytes('general-small')).toBeLessThan(1);
});
