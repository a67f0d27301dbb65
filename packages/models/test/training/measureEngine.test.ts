import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { measureEngine } from '../../src/training/measureEngine.js';
import { mainEngines } from '../mainEngines.js';

describe('measureEngine', () => {
  it.each(mainEngines)('returns the milliseconds per training step on %s', async (name) => {
    let ticks = 0;
    const now = () => ticks++ * 7; // a clock that advances by 7 ms at each call
    const before = tf.memory().numTensors;
    expect(await measureEngine(await openEngine(name), { now, budget: 20 })).toBe(7);
    expect(tf.memory().numTensors).toBe(before);
  });
});
