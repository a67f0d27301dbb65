import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { modelFiles, modelNames, models, PretrainedError } from '../src/index.js';
import { readBytes } from '../src/readBytes.js';

afterEach(() => vi.unstubAllGlobals());

describe.each(modelNames)('the model %s', (name) => {
  it('has the files that a recogniser is made of, all in all below 1 MB', async () => {
    const files = await modelFiles(name);
    expect(Object.keys(files)).toEqual(['recognizer.json', 'model.json', 'weights.bin', 'README.md']);
    const size = Object.values(files).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(size).toBeLessThan(1e6);
  });

  it('is what its card was written for, byte for byte', async () => {
    const files = await modelFiles(name);
    for (const [file, sum] of Object.entries(models[name].sha256)) {
      expect(createHash('sha256').update(files[file]!).digest('hex')).toBe(sum);
    }
    expect(Object.keys(models[name].sha256)).toEqual(['recognizer.json', 'model.json', 'weights.bin']);
  });

  it('says in both cards the same labels, corpora and speakers', async () => {
    const { 'recognizer.json': bytes } = await modelFiles(name);
    const recognizer = JSON.parse(new TextDecoder().decode(bytes));
    expect(recognizer.labels).toEqual(models[name].labels);
    const told = (corpora: typeof models.general.trainedOn) =>
      corpora.map(({ corpus, licence, speakers }) => [corpus, licence, speakers]);
    expect(told(recognizer.card.trainedOn)).toEqual(told(models[name].trainedOn));
  });

  it('has not learnt from TESS, whose licence allows no derivatives', () => {
    expect(models[name].trainedOn.map(({ corpus }) => corpus)).not.toContain('tess');
  });

  it('says what it must not be used for, and under which terms it stands', async () => {
    const { 'README.md': bytes } = await modelFiles(name);
    const card = new TextDecoder().decode(bytes);
    expect(card).toContain('not what a person feels');
    expect(card).toContain('Regulation (EU) 2024/1689');
    expect(card).toContain(name === 'general' ? 'CC BY-NC-SA 4.0' : 'CC BY 4.0');
  });

  it('has four of its labels for those who want fewer', () => {
    expect(models[name].fourClasses).toEqual(['angry', 'happy', 'neutral', 'sad']);
    for (const label of models[name].fourClasses) expect(models[name].labels).toContain(label);
  });

  it('tells its figures cold and after some clips, above chance', () => {
    const { figures } = models[name];
    expect(figures.some(({ clips }) => clips === 0)).toBe(true);
    expect(figures.some(({ clips }) => clips === 5)).toBe(true);
    for (const { uar, chance, interval } of figures) {
      expect(uar).toBeGreaterThan(chance);
      if (interval) expect(interval.low).toBeLessThanOrEqual(interval.high);
    }
  });
});

describe('modelFiles', () => {
  it('refuses a name that is none, and tells those there are', async () => {
    const error = await modelFiles('tess' as never).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PretrainedError);
    expect(error).toMatchObject({ code: 'unknown-model' });
    expect((error as Error).message).toContain('there are general, emodb');
  });
});

describe('readBytes', () => {
  it('fetches what is not on the disk', async () => {
    const fetched: string[] = [];
    vi.stubGlobal('fetch', async (url: URL) => {
      fetched.push(url.href);
      return new Response(Uint8Array.of(1, 2, 3));
    });
    expect(await readBytes(new URL('https://example.org/weights.bin'))).toEqual(Uint8Array.of(1, 2, 3));
    expect(fetched).toEqual(['https://example.org/weights.bin']);
  });

  it('says what the server says', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 404, statusText: 'Not Found' }));
    await expect(readBytes(new URL('https://example.org/weights.bin'))).rejects.toMatchObject({
      code: 'model-unreadable',
      file: 'https://example.org/weights.bin',
      message: expect.stringContaining('404 Not Found'),
    });
  });

  it('says which file is missing', async () => {
    await expect(readBytes(new URL('./none.bin', import.meta.url))).rejects.toMatchObject({
      code: 'model-unreadable',
      message: expect.stringContaining('none.bin'),
    });
  });
});
