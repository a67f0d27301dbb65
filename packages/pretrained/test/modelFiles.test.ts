import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { modelFiles, modelNames, models } from '../src/index.js';

const parts = {
  general: [
    'recognizer.json',
    'network/model.json',
    'network/weights.bin',
    'ridge/model.json',
    'ridge/weights.bin',
  ],
  emodb: ['recognizer.json', 'model.json', 'weights.bin'],
};

describe.each(modelNames)('the model %s', (name) => {
  it('has the files that a recogniser is made of, all in all below 1 MB', async () => {
    const files = await modelFiles(name);
    expect(Object.keys(files)).toEqual([...parts[name], 'README.md']);
    const size = Object.values(files).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(size).toBeLessThan(1e6);
  });

  it('is what its card was written for, byte for byte', async () => {
    const files = await modelFiles(name);
    for (const [file, sum] of Object.entries(models[name].sha256)) {
      expect(createHash('sha256').update(files[file]!).digest('hex')).toBe(sum);
    }
    expect(Object.keys(models[name].sha256)).toEqual(parts[name]);
  });

  it('lies in `models/` too, byte for byte, for those who copy or serve it', async () => {
    for (const [file, bytes] of Object.entries(await modelFiles(name))) {
      const onDisk = await readFile(new URL(`../models/${name}/${file}`, import.meta.url));
      expect(onDisk.equals(bytes), file).toBe(true);
    }
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
    expect(error).toBeInstanceOf(SerError);
    expect(error).toMatchObject({ code: 'unknown-model' });
    expect((error as Error).message).toContain('there are general, emodb');
  });
});
