import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { models } from '@ser/pretrained';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeModel } from '../src/writeModel.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-pretrained-write-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('writeModel', () => {
  const files = { 'README.md': new TextEncoder().encode('# Ä\n'), 'weights.bin': Uint8Array.of(1, 2, 3) };
  const cards = async () => JSON.parse(await readFile(join(folder, 'src', 'cards.json'), 'utf8')) as unknown;

  it('writes the files of a model to its folder', async () => {
    await writeModel(folder, { card: models.emodb, files });
    expect([...(await readFile(join(folder, 'models', 'emodb', 'weights.bin')))]).toEqual([1, 2, 3]);
    expect(await cards()).toEqual({ emodb: models.emodb });
  });

  it('keeps the cards of other models, in a fixed order', async () => {
    await writeModel(folder, { card: models.general, files });
    expect(Object.keys((await cards()) as object)).toEqual(['general', 'emodb']);
  });
});
