import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readClip, readManifest } from '@ser/datasets/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeScaleTable } from '../../src/scale/scaleTable.js';

const nRows = 96;

describe('writeScaleTable', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scale-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('writes a table of clips with different samples, each a part of a file of its speaker and emotion', async () => {
    const { path, nSpeakers } = await writeScaleTable(folder, nRows);
    const utterances = await readManifest(path);
    expect(utterances).toHaveLength(nRows);
    expect(new Set(utterances.map(({ speaker }) => speaker)).size).toBe(nSpeakers);
    expect(new Set(utterances.map(({ emotion }) => emotion)).size).toBe(4);
    const first = utterances.slice(0, 2);
    const clips = await Promise.all(first.map((utterance) => readClip(utterance.path, utterance)));
    clips.forEach(({ samples, sampleRate }) => expect(samples.length / sampleRate).toBeCloseTo(0.4, 3));
    expect(clips[0]!.samples).not.toEqual(clips[1]!.samples);
    expect(clips[0]!.samples.some((sample) => Math.abs(sample) > 0.001)).toBe(true);
  });
});
