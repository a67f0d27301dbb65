import type { EpochRecord } from '@ser/classifiers';
import { describe, expect, it } from 'vitest';
import { parseTrainingState } from '../../../src/training/state/parseTrainingState.js';
import { serializeTrainingState } from '../../../src/training/state/serializeTrainingState.js';
import type { TrainingState } from '../../../src/training/state/trainingState.js';

describe('serializeTrainingState', () => {
  const state: TrainingState = {
    epoch: 2,
    setup: { seed: -1, batchSize: 8, nExamples: 30, optimizer: 'adam' },
    weights: [Float32Array.of(0.1, -0, NaN), new Float32Array(), Float32Array.of(Infinity)],
    optimizer: { nSteps: 7, slots: { mean: [Float32Array.of(1e-40)], square: [] } },
    learningRate: 0.1 + 0.2,
    history: [{ epoch: 1, loss: 1 / 3 }] as unknown as EpochRecord[],
    earlyStopping: { wait: 1, stopped: false, best: 0.25, bestEpoch: 1 },
    bestWeights: [Float32Array.of(1), Float32Array.of(2)],
    reduceLearningRateOnPlateau: { wait: 0, cooldown: 3 },
  };

  it('preserves every bit', () => {
    expect(parseTrainingState(serializeTrainingState(state))).toEqual(state);
    const { epoch, setup, weights, optimizer, learningRate, history } = state;
    const minimal = { epoch, setup, weights, optimizer, learningRate, history };
    expect(parseTrainingState(serializeTrainingState(minimal))).toEqual(minimal);
  });

  it('writes the safetensors format', () => {
    const bytes = serializeTrainingState(state);
    const headerBytes = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes)));
    expect(headerBytes % 8).toBe(0);
    expect(header['weights/0']).toEqual({ dtype: 'F32', shape: [3], data_offsets: [0, 12] });
    expect(header.__metadata__.format).toBe('@ser/models training state 1');
  });

  it('can be read from the middle of a larger buffer', () => {
    const bytes = serializeTrainingState(state);
    const pool = Buffer.alloc(bytes.length + 5);
    pool.set(bytes, 3);
    expect(parseTrainingState(pool.subarray(3, 3 + bytes.length))).toEqual(state);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'are cut short'],
    ['bytes cut short', (bytes) => bytes.subarray(0, bytes.length - 4), 'are cut short'],
    ['a header cut short', (bytes) => bytes.subarray(0, 40), 'are cut short'],
    ['a header that is not an object', () => safetensors('null'), 'are not a training state'],
    [
      'an entry without offsets',
      () => safetensors('{"weights/0": {"dtype": "F32"}}'),
      'are not a training state',
    ],
    [
      'a state that is not JSON',
      () => safetensors('{"__metadata__": {"format": "@ser/models training state 1", "state": "{"}}'),
      'are not a training state',
    ],
    [
      'something else',
      () => new TextEncoder().encode('{"format": "layers-model"}'),
      'are not a training state',
    ],
    [
      'other safetensors',
      () => safetensors('{}'),
      "must have the format '@ser/models training state 1'; got 'unknown'.",
    ],
  ])('%s is rejected', (_what, broken, message) => {
    const parse = () => parseTrainingState(broken(serializeTrainingState(state)));
    expect(parse).toThrow(expect.objectContaining({ name: 'SerError', code: 'invalid-model-files' }));
    expect(parse).toThrow(message);
  });
});

/** A file that consists of a header. */
function safetensors(header: string): Uint8Array {
  return Uint8Array.from([header.length, 0, 0, 0, 0, 0, 0, 0, ...new TextEncoder().encode(header)]);
}
