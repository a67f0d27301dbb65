import { createHash } from 'node:crypto';
import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { modelFiles, modelNames, models } from '../src/index.js';

const parts = {
  general: ['recognizer.json', 'ridge/model.json', 'ridge/weights.bin'],
  'general-small': [
    'recognizer.json',
    'network/model.json',
    'network/weights.bin',
    'ridge/model.json',
    'ridge/weights.bin',
  ],
  emodb: ['recognizer.json', 'ridge/model.json', 'ridge/weights.bin'],
};

describe.each(modelNames)('the model %s', (name) => {
  it('has the files of a recognizer and a README, less than 1 MB in total', async () => {
    const files = await modelFiles(name);
    expect(Object.keys(files).sort()).toEqual([...parts[name], 'README.md'].sort());
    const size = Object.values(files).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(size).toBeLessThan(1e6);
  });

  it('has the checksums in its card', async () => {
    const files = await modelFiles(name);
    for (const [file, sum] of Object.entries(models[name].sha256)) {
      expect(createHash('sha256').update(files[file]!).digest('hex'), file).toBe(sum);
    }
    expect(Object.keys(models[name].sha256)).toEqual(parts[name]);
  });

  it('has the same labels, corpora, and speakers in recognizer.json as in its card', async () => {
    const { 'recognizer.json': bytes } = await modelFiles(name);
    const recognizer = JSON.parse(new TextDecoder().decode(bytes)) as {
      labels: unknown;
      card: { trainedOn: typeof models.general.trainedOn };
    };
    expect(recognizer.labels).toEqual(models[name].labels);
    const facts = (corpora: typeof models.general.trainedOn) =>
      corpora.map(({ corpus, license, speakers }) => [corpus, license, speakers]);
    expect(facts(recognizer.card.trainedOn)).toEqual(facts(models[name].trainedOn));
  });

  it('is not trained on TESS, whose license allows no derivatives, or EMOVO, which has no license', () => {
    const corpora = models[name].trainedOn.map(({ corpus }) => corpus);
    expect(corpora).not.toContain('tess');
    expect(corpora).not.toContain('emovo');
  });

  it('says in its README what it must not be used for, and its license', async () => {
    const { 'README.md': bytes } = await modelFiles(name);
    const card = new TextDecoder().decode(bytes);
    expect(card).toContain('not what a person feels');
    expect(card).toContain('Regulation (EU) 2024/1689');
    expect(card).toContain(name === 'emodb' ? 'CC BY 4.0' : 'CC BY-NC-SA 4.0');
  });

  it('has four of its labels for fewer classes', () => {
    expect(models[name].fourClasses).toEqual(['angry', 'happy', 'neutral', 'sad']);
    for (const label of models[name].fourClasses) expect(models[name].labels).toContain(label);
  });

  it('has figures without calibration and after some clips, all above chance', () => {
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
  it('rejects an unknown name, and lists the known ones', async () => {
    const error = await modelFiles('tess' as never).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SerError);
    expect(error).toMatchObject({
      code: 'unknown-model',
      message: "`name` must be one of 'general', 'general-small', 'emodb'; got 'tess'.",
    });
  });
});
