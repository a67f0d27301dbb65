import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildModel } from '../src/buildModel.js';
import { readSafetensors } from '../src/weights/readSafetensors.js';

const root = new URL('../../../', import.meta.url);
const models = process.env['SER_MODELS'] ?? fileURLToPath(new URL('../shared/models', root));
const weights = `${models}/whisper-tiny.en/encoder-layers-1-3.safetensors`;

describe('buildModel', () => {
  it.skipIf(!existsSync(weights))('gives the file of @ser/encoder, byte for byte', async () => {
    const published = new URL('packages/encoder/data/whisper-tiny.en-layers-1-3.onnx', root);
    const file = buildModel(readSafetensors(await readFile(weights)));
    expect(Buffer.compare(file, await readFile(published))).toBe(0);
  });
});
