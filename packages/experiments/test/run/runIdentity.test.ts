import { createHash } from 'node:crypto';
import type { Engine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import type { PreparedRun } from '../../src/run/prepareRun.js';
import { runIdentity } from '../../src/run/runIdentity.js';
import { utterance } from '../sampleRun.js';
import { tinyRecipe } from '../tinyRecipe.js';

const engine = { name: 'tfjs-cpu', description: 'TensorFlow.js' } as Engine;
const utterances = [utterance('01', 'sad')];

function clipsOf(data: Float32Array): string {
  const pool = { utterances, data, nFrames: data.length, nFeatures: 1, names: ['level'], skipped: [] };
  const members = [{ weight: 1, recipe: tinyRecipe, pool }];
  const prepared = { recipe: tinyRecipe, main: { folds: [] }, members } as unknown as PreparedRun;
  return runIdentity(prepared, engine).clips;
}

describe('runIdentity', () => {
  it('is that of all features of all clips, however many there are', () => {
    const data = new Float32Array(2 ** 24 + 3).fill(0.5); // more than is hashed at once
    const all = createHash('sha256')
      .update(JSON.stringify(utterances.map(({ id, emotion }) => [id, emotion])))
      .update(new Uint8Array(data.buffer))
      .digest('hex');
    expect(clipsOf(data)).toBe(all);
    data[data.length - 1] = 1;
    expect(clipsOf(data)).not.toBe(all);
  });
});
